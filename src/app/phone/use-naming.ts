import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { currentFact } from '#domain/households/facts.ts'
import type { Household } from '#domain/households/household.ts'
import { nameOf } from '#domain/households/roll.ts'

/** How a family and its place are called on every screen. */
export type Naming = {
  /** 王守田家 */
  readonly family: (household: Household) => string
  /** 三组，塘边第三家 */
  readonly place: (household: Household) => string
}

export function useNaming(): Naming {
  const base = useWords('base')
  const families = useWords('families')
  const today = useToday()
  return {
    family: household => {
      const name = nameOf(household, today)
      return name === '' ? families.nameless : base.familyOf(name)
    },
    place: household =>
      families.place(
        families.groupName(currentFact(household, 'group', today)),
        currentFact(household, 'house-note', today),
      ),
  }
}
