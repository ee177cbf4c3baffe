import { type FormEvent, useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { ErasableFamily } from '#domain/campaigns/desk-answers.ts'
import { ask } from '../ask.ts'
import { useWhy } from '../DeskSentence.tsx'

/** By the card's code, or by a village and the number of a matter in it: nothing else finds a family here. */
export function FindFamily({ onFound }: { readonly onFound: (family: ErasableFamily) => void }) {
  const words = useDeskWords('erasing')
  const why = useWhy()
  const [written, setWritten] = useState({ code: '', village: '', number: '' })
  const [state, setState] = useState<{ readonly busy: boolean; readonly because: string | null }>({
    busy: false,
    because: null,
  })
  const write = (part: Partial<typeof written>) => setWritten({ ...written, ...part })
  const find = async (event: FormEvent) => {
    event.preventDefault()
    setState({ busy: true, because: null })
    const code = written.code.trim()
    const body =
      code === '' ? { village: written.village.trim(), number: Number(written.number.trim()) } : { code }
    const answer = await ask<ErasableFamily>('/api/erasing/asked', { body })
    setState({ busy: false, because: answer.ok ? null : answer.because })
    if (answer.ok) onFound(answer.value)
  }
  return (
    <form className="erasing" onSubmit={event => void find(event)}>
      <Field
        label={words.byCard}
        hint={words.byCardHint}
        value={written.code}
        onChange={code => write({ code })}
      />
      <fieldset className="by-matter">
        <legend className="small two">{words.or}</legend>
        <Field
          label={words.village}
          hint={words.villageHint}
          inputMode="numeric"
          value={written.village}
          onChange={village => write({ village })}
        />
        <Field
          label={words.number}
          hint={words.numberHint}
          inputMode="numeric"
          value={written.number}
          onChange={number => write({ number })}
        />
      </fieldset>
      <p className="small two">{words.looked}</p>
      {state.because === null ? null : <Refusal>{why(state.because)}</Refusal>}
      <Button kind="first" sends disabled={state.busy}>
        {state.busy ? words.finding : words.find}
      </Button>
    </form>
  )
}
