import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useToday } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Choose, TextArea } from '#app/ui/Field.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { NeedId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { categories } from '#domain/needs/need.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { useWriting } from '../phone/use-writing.ts'

/** The two ways that stay here. Only a present difficulty is ever written down, as an ordinary need [H19]. */
export function OldMatterSheet(props: {
  readonly household: Household
  readonly way: 'heard' | 'present' | undefined
  readonly onClose: () => void
}) {
  const { old, ways } = useWords('talk')
  const { way } = props
  const heading = way === 'heard' ? old.onlyHeard : ways.presentHeading
  return (
    <Sheet open={way !== undefined} onClose={props.onClose} heading={heading}>
      {way === 'present' ? <PresentForm household={props.household} onDone={props.onClose} /> : null}
      {way === 'heard' ? <OnlyHeard onDone={props.onClose} /> : null}
    </Sheet>
  )
}

/** Nothing is written, nothing is counted. */
function OnlyHeard({ onDone }: { readonly onDone: () => void }) {
  const { ways } = useWords('talk')
  return (
    <>
      <p className="lead">{ways.onlyHeard}</p>
      <div className="form-end">
        <Button wide onPress={onDone}>
          {ways.backToTalk}
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
