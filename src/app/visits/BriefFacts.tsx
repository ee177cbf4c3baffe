import { useWords } from '#app/i18n/words.tsx'
import { Fact, Facts } from '#app/ui/Facts.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { Household } from '#domain/households/household.ts'
import type { Brief } from '#domain/visits/brief.ts'
import { DifferingFact } from './DifferingFact.tsx'
import { useSourceWords } from './fact-words.ts'
import { spaced } from './spaced.ts'

/** What is kept of the family, and what is said differently, side by side with its sources [H3]. */
export function BriefFacts({ brief, household }: { readonly brief: Brief; readonly household: Household }) {
  const words = useWords('brief')
  const { factNames } = useWords('base')
  const sourceOf = useSourceWords()
  return (
    <>
      {brief.differs.length === 0 ? null : (
        <Section heading={words.differs} note={words.differsNote}>
          {brief.differs.map(difference => (
            <DifferingFact key={difference.key} household={household} difference={difference} />
          ))}
        </Section>
      )}
      {brief.settled.length === 0 ? null : (
        <Section heading={words.settled} note={words.settledNote}>
          {brief.settled.map(difference => (
            <DifferingFact key={difference.key} household={household} difference={difference} />
          ))}
        </Section>
      )}
      {brief.known.length === 0 ? null : (
        <Section heading={words.known}>
          <Facts plain>
            {brief.known.map(fact => (
              <Fact key={fact.key} says={factNames[fact.key]} note={sourceOf(fact)}>
                {spaced(fact)}
              </Fact>
            ))}
          </Facts>
        </Section>
      )}
    </>
  )
}
