import { useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { addDays } from '#domain/base/days.ts'
import { alsoPlanned, teamDays, type PlannedVisit } from '#domain/visits/plan.ts'
import { useHouseholds } from '../phone/use-households.ts'
import { useNaming } from '../phone/use-naming.ts'
import { ReadinessMark } from './ReadinessMark.tsx'

/** The days to come of the whole team: one's own and colleagues' visits, so that no family is called twice [H5]. */
export function TeamPlanScreen() {
  const words = useWords('plan')
  const days = useWords('days')
  const today = useToday()
  const households = useHouseholds()
  const ahead = useMemo(
    () => teamDays(households, today).filter(({ on }) => on <= addDays(today, 7)),
    [households, today],
  )
  return (
    <Page
      name={words.name}
      heading={words.heading}
      under={words.under}
      above={<Bar back="/today" says={words.name} />}
    >
      {ahead.length === 0 ? <Empty>{words.empty}</Empty> : null}
      {ahead.map(({ on, visits }, place) => (
        <Section key={on} bare={place === 0} heading={days.withWeekday(on, today)}>
          <MarginList>
            {visits.map(one => (
              <PlannedRow key={one.visit.id} one={one} />
            ))}
          </MarginList>
        </Section>
      ))}
    </Page>
  )
}

function PlannedRow({ one }: { readonly one: PlannedVisit }) {
  const words = useWords('plan')
  const base = useWords('base')
  const days = useWords('days')
  const { times } = useWords('today')
  const today = useToday()
  const naming = useNaming()
  const { household, visit, reasons } = one
  const [other] = alsoPlanned(household, visit, today)
  return (
    <MarginRow
      when={visit.time === null ? times.anytime : times[visit.time]}
      voice="song"
      leads={{ to: `/families/${household.id}` }}
    >
      <p className="name">{naming.family(household)}</p>
      <p className="note">{naming.place(household)}</p>
      <p className="note">{words.goes(base.list([visit.by.name, ...visit.companions]))}</p>
      {other === undefined ? (
        <ReadinessMark household={household} reasons={reasons} />
      ) : (
        <p className="todo">{words.also(other.by.name, days.day(other.on, today))}</p>
      )}
    </MarginRow>
  )
}
