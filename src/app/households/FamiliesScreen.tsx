import { useWords } from '#app/i18n/words.tsx'
import { useSyncNow } from '#app/sync/wuxin.tsx'
import { Page } from '#app/ui/Page.tsx'
import { PullToRefresh } from '#app/ui/PullToRefresh.tsx'
import { TabBar } from '#app/ui/TabBar.tsx'
import { FamiliesList } from './FamiliesList.tsx'
import { useFamilies } from './use-families.ts'

/** 农户: the families of a village by group. */
export function FamiliesScreen() {
  const words = useWords('families')
  const families = useFamilies()
  const syncNow = useSyncNow()
  const groups = families.roll.filter(({ group }) => group !== '').length
  return (
    <Page
      name={words.name}
      heading={families.village?.name ?? words.name}
      under={families.count === 0 ? undefined : words.counts(groups, families.count)}
      set="tab"
      indexed={families.roll.length > 1}
      below={<TabBar on="families" />}
    >
      <PullToRefresh onRefresh={syncNow}>
        <FamiliesList families={families} to={household => `/families/${household.id}`} />
      </PullToRefresh>
    </Page>
  )
}
