import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarWord } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { isUnadvised, type PlannedVisit } from '#domain/visits/plan.ts'
import type { AdviceWay } from '#domain/visits/visit.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useWriting } from '../phone/use-writing.ts'
import { adviceFrom, isAnswered, noAdvice } from './advice-fields.ts'
import { AdvicePrompts } from './AdvicePrompts.tsx'
import { useAskedDay } from './use-asked-day.ts'

/** One call, or one sheet of paper: family after family, in the name of who said it [H2]. */
export function AskOneAfterOtherScreen() {
  const { way } = useParams<{ way: string }>()
  const via: AdviceWay = way === 'paper' ? 'paper' : 'telephone'
  const words = useWords('asking')
  const day = useAskedDay()
  // Those asked about when the call began: one that is answered on the way keeps its place in the row.
  const [row] = useState(() => day.visits.filter(isUnadvised))
  const [at, setAt] = useState(0)
  const [noted, setNoted] = useState(0)
  const [, go] = useLocation()
  const toast = useToast()
  const one = row[at]
  const next = (count: number) => {
    setNoted(count)
    if (at + 1 < row.length) setAt(at + 1)
    else {
      toast(words.done(count))
      // Back to where the call began; replacing would leave that page twice on the way back.
      if (window.history.length > 1) window.history.back()
      else go(`/ask/${day.on}`, { replace: true })
    }
  }
  const back = `/ask/${day.on}`
  const name = via === 'paper' ? words.batchPaper : words.batchTelephone
  if (one === undefined)
    return (
      <Page name={name} heading={name} above={<Bar back={back} says={name} />}>
        <Empty>{words.nothing}</Empty>
      </Page>
    )
  return (
    <OneFamily
      key={one.visit.id}
      one={one}
      via={via}
      place={{ at: at + 1, of: row.length, back, name }}
      onNoted={() => next(noted + 1)}
      onSkip={() => next(noted)}
    />
  )
}

type Place = { readonly at: number; readonly of: number; readonly back: string; readonly name: string }

function OneFamily(props: {
  readonly one: PlannedVisit
  readonly via: AdviceWay
  readonly place: Place
  readonly onNoted: () => void
  readonly onSkip: () => void
}) {
  const { via, place } = props
  const { household, visit } = props.one
  const words = useWords('asking')
  const advice = useWords('advice')
  const days = useWords('days')
  const { times } = useWords('today')
  const today = useToday()
  const naming = useNaming()
  const { write, refusal, busy } = useWriting()
  const who = useKept(`advice-who/${visit.on}`, { saidBy: '' })
  const { key, fields, change } = useKept(`advice-told/${visit.id}`, noAdvice)
  const saidBy = who.fields.saidBy.trim()
  const keep = async () => {
    const body = adviceFrom(fields, { visit: visit.id, saidBy, via, saidOn: today })
    const where = { village: household.village, household: household.id, draft: key }
    if (await write([{ ...where, kind: 'advice.give', body }])) props.onNoted()
  }
  const time = visit.time === null ? '' : times[visit.time]
  return (
    <Page
      name={`${place.name} ${naming.family(household)}`}
      heading={naming.family(household)}
      under={words.goesOn(days.day(visit.on, today), time)}
      above={
        <Bar
          back={place.back}
          says={place.name}
          act={<BarWord>{words.whichOf(place.at, place.of)}</BarWord>}
        />
      }
    >
      <div className="prompt">
        <Field
          label={advice.whoSaid}
          hint={advice.whoSaidHint}
          value={who.fields.saidBy}
          onChange={saidBy => who.change({ saidBy })}
          required
        />
      </div>
      <AdvicePrompts fields={fields} change={change} />
      <p className="aside">{advice.promise}</p>
      <FormEnd
        refusal={refusal}
        busy={busy}
        ready={saidBy !== '' && isAnswered(fields)}
        onKeep={() => void keep()}
      >
        {place.at < place.of ? words.keepNext : words.keepLast}
      </FormEnd>
      <Button kind="quiet" wide small onPress={props.onSkip}>
        {words.skip}
      </Button>
    </Page>
  )
}
