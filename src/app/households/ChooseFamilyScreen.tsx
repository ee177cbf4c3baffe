import { useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { newId } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Page } from '#app/ui/Page.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import { FamiliesList } from './FamiliesList.tsx'
import { useFamilies } from './use-families.ts'

/** Somebody was met by chance: which family, and on to the diary. A chance meeting is a lawful kind of visit [H4]. */
export function ChooseFamilyScreen() {
  const words = useWords('families')
  const diary = useWords('diary')
  const families = useFamilies()
  const visit = useMemo(() => newId<VisitId>(), [])
  return (
    <Page
      name={words.choose}
      heading={words.choose}
      under={words.chooseUnder}
      above={<Bar back="/today" says={diary.byChance} />}
      indexed={families.roll.length > 1}
    >
      <FamiliesList families={families} to={household => `/families/${household.id}/diary/${visit}`} />
    </Page>
  )
}
