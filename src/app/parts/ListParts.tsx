import { asDay } from '#domain/base/days.ts'
import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Todo } from '#app/ui/Dots.tsx'
import { Fact, Facts } from '#app/ui/Facts.tsx'
import { LifeLine } from '#app/ui/LifeLine.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { PaperRow } from '#app/ui/PaperRow.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Section } from '#app/ui/Section.tsx'

const today = asDay('2026-04-16')

/** The notebook's margin, the one thing to do, facts and papers. */
export function ListParts() {
  const words = usePartsWords()
  const days = useWords('days')
  return (
    <>
      <Section heading={words.margin}>
        <MarginList>
          <MarginRow when={days.day(asDay('2026-04-12'), today)} who={[words.advisor, words.advisorRole]}>
            <Quote>{words.advice}</Quote>
          </MarginRow>
          <MarginRow when={days.day(asDay('2026-04-13'), today)} tone="lying" leads={{ to: '/parts' }}>
            <p className="what">{words.lying}</p>
            <Mark state="left-lying">{words.lyingMark}</Mark>
          </MarginRow>
        </MarginList>
        <Todo>{words.todo}</Todo>
      </Section>
      <Section heading={words.lists}>
        <Facts>
          <Fact says={words.step} note={words.stepNote}>
            <b>{words.stepSays}</b>
          </Fact>
        </Facts>
        <PaperRow
          state="missing"
          says={words.papers.missing}
          note={words.papers.missingNote}
          stands={words.stands.missing}
        />
        <PaperRow
          state="held"
          says={words.papers.held}
          note={words.papers.heldNote}
          stands={words.stands.held}
        />
        <PaperRow
          state="settled"
          says={words.papers.settled}
          note={words.papers.settledNote}
          stands={words.stands.settled}
        />
      </Section>
    </>
  )
}

/** The way of a need, ending in the household's word. */
export function LifeParts() {
  const words = usePartsWords()
  const days = useWords('days')
  const needs = useWords('needs')
  const on = (day: string) => days.date(asDay(day), today)
  const steps = words.lifeSteps
  return (
    <Section bare heading={words.life}>
      <LifeLine
        steps={[
          {
            id: '1',
            when: on('2026-04-03'),
            mark: 'heard',
            says: steps.heard,
            note: steps.heardNote,
            time: 'happened',
          },
          { id: '2', when: on('2026-04-03'), mark: 'agreed', says: steps.agreed, time: 'happened' },
          { id: '3', when: on('2026-04-07'), mark: 'in-hand', says: steps.referred, time: 'happened' },
          {
            id: '4',
            when: on('2026-04-09'),
            mark: 'returned',
            says: steps.returned,
            quote: steps.returnedWhy,
            time: 'happened',
          },
          {
            id: '5',
            when: on('2026-04-10'),
            mark: 'waiting',
            says: steps.accepted,
            note: steps.acceptedNote,
            time: 'now',
          },
          { id: '6', when: needs.ahead, mark: 'heard', says: steps.tell, time: 'ahead' },
          { id: '7', when: needs.atLast, mark: 'heard', says: steps.word, time: 'ahead-household' },
        ]}
      />
    </Section>
  )
}
