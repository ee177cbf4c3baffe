import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { parseDay } from '#domain/base/days.ts'
import { ways } from '#domain/needs/need.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { way: '', what: '', by: '' }

/** A way is chosen and a next step named, so that nothing lies there without one [H13] [H15]. */
export function WayForm(props: NeedFormProps) {
  const { sheets } = useWords('needs')
  const base = useWords('base')
  const today = useToday()
  const { fields, change, keep, busy, refusal } = useNeedForm(props, 'way', empty)
  const way = offered.find(one => one === fields.way)
  const what = fields.what.trim()
  const by = parseDay(fields.by)
  const take = () => {
    if (way === undefined) return
    keep(where => ({
      ...where,
      kind: 'need.take-in-hand',
      body: { need: props.one.need.id, on: today, way, next: what === '' ? null : { what, by } },
    }))
  }
  return (
    <>
      <Picks
        label={sheets.wayAsk}
        value={way}
        onChange={way => change({ way })}
        choices={offered.map(way => ({ value: way, says: base.ways[way] }))}
      />
      <Field
        label={sheets.nextWhat}
        hint={sheets.nextHint}
        value={fields.what}
        onChange={what => change({ what })}
      />
      <DayPicker label={sheets.nextBy} value={by} onChange={day => change({ by: day ?? '' })} today={today} />
      <FormEnd refusal={refusal} busy={busy} ready={way !== undefined && what !== ''} onKeep={take}>
        {sheets.keepWay}
      </FormEnd>
    </>
  )
}

/* Done there and then and referral have acts of their own. */
const offered = ways.filter(way => way !== 'on-the-spot' && way !== 'referral')
