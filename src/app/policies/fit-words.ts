import { useWords } from '#app/i18n/words.tsx'
import type { Ground, Missing } from '#domain/policies/fit.ts'
import type { Fact } from '#domain/households/household.ts'

/** Why a policy is worth explaining, in words, with whose word it is: 王守田 72、何桂香 70（花名册，2026年3月）. */
export function useGroundWords(sourceOf: (fact: Fact) => string): (because: readonly Ground[]) => string {
  const words = useWords('policies')
  const base = useWords('base')
  const say = (ground: Exclude<Ground, { is: 'member' }>): string => {
    switch (ground.is) {
      case 'fact':
        return words.from(ground.fact.value, sourceOf(ground.fact))
      case 'need':
        return words.needOf(base.categories[ground.category])
      case 'season':
        return words.seasons[ground.season]
      default:
        return ground satisfies never
    }
  }
  return because => {
    const members = because.flatMap(ground => (ground.is === 'member' ? [ground] : []))
    const others = because.flatMap(ground => (ground.is === 'member' ? [] : [say(ground)]))
    const people = members.map(({ member, age }) => words.person(member.name || member.relation, age))
    const from = members[0]?.from ?? null
    const named = base.list(people)
    const said = people.length === 0 ? [] : [from === null ? named : words.from(named, sourceOf(from))]
    return words.reasons([...said, ...others])
  }
}

/** What is not known yet, in a few words: 王守田哪年生的. */
export function useMissingWords(): (missing: readonly Missing[]) => string {
  const words = useWords('policies')
  const base = useWords('base')
  const { factNames } = useWords('base')
  const say = (missing: Missing): string => {
    switch (missing.is) {
      case 'members':
        return words.missing.members
      case 'fact':
        return factNames[missing.key]
      case 'lapsed':
        return words.missing.lapsed(missing.category)
      default:
        return words.missing[missing.is](missing.member.name || missing.member.relation)
    }
  }
  return missing => base.list(missing.slice(0, 3).map(say))
}
