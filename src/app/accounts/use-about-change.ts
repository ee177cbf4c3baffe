import { useWords } from '#app/i18n/words.tsx'
import { useVillages } from '#app/sync/wuxin.tsx'
import type { Change } from '#sync/change.ts'
import { useNaming } from '../phone/use-naming.ts'

/** What a change is about, in words: 刘大成家，承诺. */
export function useAboutChange(): (change: Change) => string {
  const words = useWords('me')
  const naming = useNaming()
  const villages = useVillages()
  return change => {
    const village = villages.find(one => one.code === change.village)
    const household = village?.households.get(change.household)
    const kind = words.kinds[change.kind]
    return household === undefined ? kind : words.about(naming.family(household), kind)
  }
}
