import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useToday } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Dots } from '#app/ui/Dots.tsx'
import { Choose, TextArea } from '#app/ui/Field.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { NeedId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { categories } from '#domain/needs/need.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { useWriting } from '../phone/use-writing.ts'

/** What the family would like done today about an old matter [H19]. */
export type OldMatterWay = 'heard' | 'present' | 'formal' | 'person'

/** What each way means now. Only a present difficulty is ever written down, as an ordinary need. */
export function OldMatterSheet(props: {
  readonly household: Household
  readonly way: OldMatterWay | undefined
  readonly onClose: () => void
}) {
  const { old, ways } = useWords('talk')
  const headings: Readonly<Record<OldMatterWay, string>> = {
    heard: old.onlyHeard,
    present: ways.presentHeading,
    formal: ways.formalHeading,
    person: ways.personHeading,
  }
  const { way } = props
  return (
    <Sheet open={way !== undefined} onClose={props.onClose} heading={way === undefined ? '' : headings[way]}>
      {way === undefined ? null : way === 'present' ? (
        <PresentForm household={props.household} onDone={props.onClose} />
      ) : (
        <Told way={way} onDone={props.onClose} />
      )}
    </Sheet>
  )
}

/** Who to turn to, in words. Nothing is written, nothing is counted. */
function Told({ way, onDone }: { readonly way: 'heard' | 'formal' | 'person'; readonly onDone: () => void }) {
  const { ways } = useWords('talk')
  const lines = way === 'formal' ? ways.formal : way === 'person' ? ways.person : []
  return (
    <>
      {way === 'heard' ? <p className="lead">{ways.onlyHeard}</p> : null}
      <Dots lines={lines.map(line => ({ id: line, says: line }))} />
      {way === 'formal' ? <p className="note">{ways.formalSource}</p> : null}
      <div className="form-end">
        <Button wide onPress={onDone}>
          {way === 'heard' ? ways.backToTalk : ways.understood}
        </Button>
      </div>
    </>
  )
}

const empty = { words: '', category: 'family-own' }

/** A present difficulty becomes an ordinary need, without a word of what was long ago. */
function PresentForm({ household, onDone }: { readonly household: Household; readonly onDone: () => void }) {
  const { ways } = useWords('talk')
  const reading = useWords('reading')
  const base = useWords('base')
  const today = useToday()
  const toast = useToast()
  const [, go] = useLocation()
  const { write, refusal, busy } = useWriting()
  const { key, fields, change } = useKept(`present/${household.id}`, empty)
  const need = useMemo(() => newId<NeedId>(), [])
  const category = categories.find(one => one === fields.category) ?? 'family-own'
  const raise = async () => {
    const said = { words: fields.words.trim(), saidBy: '', quote: '', visit: null, heardOn: today }
    const where = { village: household.village, household: household.id, draft: key }
    const body = { need, ...said, category, level: 'household' as const }
    if (!(await write([{ ...where, kind: 'need.raise', body }]))) return
    onDone()
    toast(ways.presentKept)
    go(`/needs/${need}`)
  }
  return (
    <>
      <TextArea
        label={ways.presentAsk}
        hint={ways.presentHint}
        voice="song"
        lines={3}
        value={fields.words}
        onChange={words => change({ words })}
      />
      <Choose
        label={reading.category}
        value={category}
        onChange={category => change({ category })}
        choices={categories.map(one => ({ value: one, says: base.categories[one] }))}
      />
      <FormEnd refusal={refusal} busy={busy} ready={fields.words.trim() !== ''} onKeep={() => void raise()}>
        {ways.presentKeep}
      </FormEnd>
    </>
  )
}
