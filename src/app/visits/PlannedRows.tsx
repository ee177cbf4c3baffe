import { useWords } from '#app/i18n/words.tsx'
import { TextLink } from '#app/ui/Button.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Section } from '#app/ui/Section.tsx'
import { companionsOfAll, isUnadvised, type PlannedDay, type PlannedVisit } from '#domain/visits/plan.ts'
import { useNaming } from '../phone/use-naming.ts'
import { ReadinessMark } from './ReadinessMark.tsx'
import type { TodayPage } from './use-today-page.ts'

/** The planned visits, a section a day; what was planned for a day gone by stands first, to be noted. */
export function PlannedRows({ page }: { readonly page: TodayPage }) {
  const words = useWords('today')
  const days = useWords('days')
  return (
    <>
      {page.behind.length === 0 ? null : (
        <Section bare heading={words.beforeToday} note={words.beforeTodayNote}>
          <MarginList>
            {page.behind.flatMap(({ on, visits }) =>
              visits.map(one => <BehindRow key={one.visit.id} one={one} when={days.day(on, page.today)} />),
            )}
          </MarginList>
        </Section>
      )}
      {page.ahead.map((day, place) => (
        <DaySection key={day.on} day={day} page={page} bare={place === 0} />
      ))}
    </>
  )
}

function DaySection(props: { readonly day: PlannedDay; readonly page: TodayPage; readonly bare: boolean }) {
  const { day, page } = props
  const words = useWords('today')
  const days = useWords('days')
  const base = useWords('base')
  const together = companionsOfAll(day.visits)
  const heading =
    day.on === page.today
      ? words.goToday(day.visits.length)
      : day.on === page.tomorrow
        ? words.goTomorrow(day.visits.length)
        : words.goOn(days.day(day.on, page.today), day.visits.length)
  return (
    <Section
      bare={props.bare}
      heading={heading}
      note={together.length === 0 ? undefined : words.together(base.list(together))}
    >
      <MarginList>
        {day.visits.map(one => (
          <PlannedRow key={one.visit.id} one={one} />
        ))}
      </MarginList>
      {day.visits.some(isUnadvised) ? <TextLink to={`/ask/${day.on}`}>{words.advice}</TextLink> : null}
    </Section>
  )
}

function PlannedRow({ one }: { readonly one: PlannedVisit }) {
  const { times } = useWords('today')
  const naming = useNaming()
  const { household, visit, reasons } = one
  return (
    <MarginRow
      when={visit.time === null ? times.anytime : times[visit.time]}
      voice="song"
      leads={{ to: `/families/${household.id}` }}
    >
      <p className="name">{naming.family(household)}</p>
      <p className="note">{naming.place(household)}</p>
      <ReadinessMark household={household} reasons={reasons} />
    </MarginRow>
  )
}

function BehindRow({ one, when }: { readonly one: PlannedVisit; readonly when: string }) {
  const naming = useNaming()
  const { household, visit } = one
  return (
    <MarginRow when={when} leads={{ to: `/families/${household.id}/diary/${visit.id}` }}>
      <p className="name">{naming.family(household)}</p>
      <p className="note">{naming.place(household)}</p>
    </MarginRow>
  )
}
