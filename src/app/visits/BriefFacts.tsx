import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Fact, Facts } from '#app/ui/Facts.tsx'
import { FactWithSources } from '#app/ui/FactWithSources.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { Fact as KnownFact } from '#domain/households/household.ts'
import type { Brief } from '#domain/visits/brief.ts'

/** What is kept of the family, and what is said differently, side by side with its sources [H3]. */
export function BriefFacts({ brief }: { readonly brief: Brief }) {
  const words = useWords('brief')
  const sourceOf = useSourceWords()
  return (
    <>
      {brief.differs.length === 0 ? null : (
        <Section heading={words.differs} note={words.differsNote}>
          {brief.differs.map(facts => (
            <FactWithSources
              key={facts[0]?.key}
              question={facts[0] === undefined ? '' : words.factNames[facts[0].key]}
              values={facts.map((fact, place) => ({
                id: `${fact.source}-${fact.value}`,
                value: spaced(fact),
                source: sourceOf(fact),
                isCurrent: place === 0,
              }))}
            />
          ))}
        </Section>
      )}
      {brief.known.length === 0 ? null : (
        <Section heading={words.known}>
          <Facts plain>
            {brief.known.map(fact => (
              <Fact key={fact.key} says={words.factNames[fact.key]} note={sourceOf(fact)}>
                {spaced(fact)}
              </Fact>
            ))}
          </Facts>
        </Section>
      )}
    </>
  )
}

/** A mobile number is read in groups: 158 0000 6630. */
const spaced = ({ key, value }: KnownFact): string =>
  key === 'telephone' ? value.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3') : value

/** Who said a fact, and when: 花名册，2024年11月. */
function useSourceWords(): (fact: KnownFact) => string {
  const words = useWords('brief')
  const { sources } = useWords('base')
  const days = useWords('days')
  const today = useToday()
  return fact => {
    const who =
      fact.source === 'visitor' || fact.source === 'village-cadre' ? fact.by.name : sources[fact.source]
    const when = fact.source === 'roster' ? days.month(fact.learnedOn) : days.date(fact.learnedOn, today)
    return words.factFrom(who, when)
  }
}
