import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { addDays, parseDay } from '#domain/base/days.ts'
import type { PromiseOf } from '#domain/promises/standing.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useWriting } from '../phone/use-writing.ts'

/** One promise: kept and how, or more time with the reason that was told to the household [H20]. */
export function PromiseSheet(props: { readonly of: PromiseOf | undefined; readonly onClose: () => void }) {
  const words = useWords('promises')
  const naming = useNaming()
  return (
    <Sheet
      open={props.of !== undefined}
      onClose={props.onClose}
      heading={props.of === undefined ? words.name : words.ofFamily(naming.family(props.of.household))}
    >
      {props.of === undefined ? null : (
        <Inside key={props.of.promised.id} one={props.of} onDone={props.onClose} />
      )}
    </Sheet>
  )
}

function Inside({ one, onDone }: { readonly one: PromiseOf; readonly onDone: () => void }) {
  const words = useWords('promises')
  const days = useWords('days')
  const base = useWords('base')
  const today = useToday()
  const [ways, setWays] = useState<'kept' | 'extend'>()
  const { promised } = one
  return (
    <>
      <Quote by={base.saidBy(promised.giver.name, days.date(promised.givenOn, today))}>
        {promised.words}
      </Quote>
      <p className="note">
        {promised.dueOn === null ? words.dayMissing : words.due(days.withWeekday(promised.dueOn, today))}
      </p>
      {ways === undefined ? (
        <Acts>
          <Button onPress={() => setWays('extend')}>{words.extend}</Button>
          <Button kind="first" onPress={() => setWays('kept')}>
            {words.kept}
          </Button>
        </Acts>
      ) : ways === 'kept' ? (
        <KeptForm one={one} onDone={onDone} />
      ) : (
        <ExtendForm one={one} onDone={onDone} />
      )}
    </>
  )
}

function KeptForm({ one, onDone }: { readonly one: PromiseOf; readonly onDone: () => void }) {
  const words = useWords('promises')
  const today = useToday()
  const writing = useWriting()
  const { key, fields, change } = useKept(`promise-kept/${one.promised.id}`, noHow)
  const keep = async () => {
    const body = { promise: one.promised.id, on: today, how: fields.how.trim() }
    const { id: household, village } = one.household
    if (await writing.write([{ village, household, kind: 'promise.keep', body, draft: key }])) onDone()
  }
  return (
    <>
      <TextArea
        label={words.howKept}
        hint={words.howKeptHint}
        lines={2}
        value={fields.how}
        onChange={how => change({ how })}
      />
      <FormEnd refusal={writing.refusal} busy={writing.busy} ready onKeep={() => void keep()}>
        {words.keepKept}
      </FormEnd>
    </>
  )
}

function ExtendForm({ one, onDone }: { readonly one: PromiseOf; readonly onDone: () => void }) {
  const words = useWords('promises')
  const today = useToday()
  const writing = useWriting()
  const { key, fields, change } = useKept(`promise-extend/${one.promised.id}`, noReason)
  const to = parseDay(fields.to)
  const extend = async () => {
    if (to === null) return
    const body = { promise: one.promised.id, to, reason: fields.reason.trim(), toldOn: today }
    const { id: household, village } = one.household
    if (await writing.write([{ village, household, kind: 'promise.extend', body, draft: key }])) onDone()
  }
  return (
    <>
      <DayPicker
        label={words.newDay}
        value={to}
        onChange={day => change({ to: day ?? '' })}
        today={today}
        from={addDays(today, 1)}
      />
      <TextArea
        label={words.reasonTold}
        hint={words.reasonHint}
        lines={2}
        value={fields.reason}
        onChange={reason => change({ reason })}
      />
      <FormEnd
        refusal={writing.refusal}
        busy={writing.busy}
        ready={to !== null && fields.reason.trim() !== ''}
        onKeep={() => void extend()}
      >
        {words.keepExtended}
      </FormEnd>
    </>
  )
}

const noHow = { how: '' }
const noReason = { to: '', reason: '' }
