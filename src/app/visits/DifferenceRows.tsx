import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { DifferenceOf } from '#domain/households/differences.ts'
import { useNaming } from '../phone/use-naming.ts'
import { spaced } from './spaced.ts'

/** What I heard and a colleague heard otherwise: both of us see it, and nothing is overwritten [S10]. */
export function DifferenceRows({ differing }: { readonly differing: readonly DifferenceOf[] }) {
  const words = useWords('today')
  const { factNames } = useWords('base')
  const days = useWords('days')
  const today = useToday()
  const naming = useNaming()
  if (differing.length === 0) return null
  return (
    <Section heading={words.twoWords}>
      <MarginList>
        {differing.map(({ household, difference: { key, facts } }) => (
          <MarginRow
            key={`${household.id}-${key}`}
            when={days.day(lastOf(facts), today)}
            leads={{ to: `/families/${household.id}` }}
          >
            <p className="what">{words.wordsDiffer(naming.family(household), factNames[key])}</p>
            {facts.map(fact => (
              <p className="note num" key={fact.value}>
                {spaced(fact)}
              </p>
            ))}
          </MarginRow>
        ))}
      </MarginList>
    </Section>
  )
}

const lastOf = (facts: DifferenceOf['difference']['facts']) =>
  facts.map(({ learnedOn }) => learnedOn).reduce((one, other) => (one > other ? one : other))
