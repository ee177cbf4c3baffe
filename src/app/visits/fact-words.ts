import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import type { Fact } from '#domain/households/household.ts'

/** Who said a fact, and when: 花名册，2024年11月. */
export function useSourceWords(): (fact: Fact) => string {
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

/** The same beside other words: where the family itself said two things, each names who heard it. */
export function useSourceWordsAmong(facts: readonly Fact[]): (fact: Fact) => string {
  const words = useWords('brief')
  const sourceOf = useSourceWords()
  const ownWords = facts.filter(({ source }) => source === 'household').length
  return fact =>
    fact.source === 'household' && ownWords > 1 ? words.heardBy(sourceOf(fact), fact.by.name) : sourceOf(fact)
}
