import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useSyncNow } from '#app/sync/wuxin.tsx'
import { Button, TextLink } from '#app/ui/Button.tsx'
import { Page } from '#app/ui/Page.tsx'
import { PullToRefresh } from '#app/ui/PullToRefresh.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty, Loading } from '#app/ui/sentences.tsx'
import { TabBar } from '#app/ui/TabBar.tsx'
import { TruthLine } from '#app/ui/TruthLine.tsx'
import type { PromiseOf } from '#domain/promises/standing.ts'
import { lazily } from '../lazily.tsx'
import { useTruthShown } from '../phone/use-truth-shown.ts'
import { PromiseRows } from '../promises/PromiseRows.tsx'
import { PromiseSheet } from '../promises/PromiseSheet.tsx'
import { DifferenceRows } from './DifferenceRows.tsx'
import { PlannedRows } from './PlannedRows.tsx'
import { ToTellRows } from './ToTellRows.tsx'
import { UnfinishedRows } from './UnfinishedRows.tsx'
import { type TodayPage, useTodayPage } from './use-today-page.ts'

const AdviceScreen = lazily(async () => (await import('./AdviceScreen.tsx')).AdviceScreen)

/** 今天: who is visited next and whether one is prepared, what was promised, what is to be told. No count of one's own work [H10]. */
export function TodayScreen() {
  const page = useTodayPage()
  return page.isCadre ? <AdviceScreen /> : <VisitorToday page={page} />
}

function VisitorToday({ page }: { readonly page: TodayPage }) {
  const words = useWords('today')
  const days = useWords('days')
  const truth = useTruthShown()
  const syncNow = useSyncNow()
  const [promise, setPromise] = useState<PromiseOf>()
  return (
    <Page
      name={words.name}
      heading={days.dateAndWeekday(page.today)}
      under={days.farmersDay(page.today)}
      set="day"
      below={<TabBar on="today" />}
    >
      <PullToRefresh onRefresh={syncNow}>
        <TruthLine truth={truth} to="/me" />
        {page.isEmptyYet ? <FirstSync page={page} /> : null}
        <UnfinishedRows />
        <PlannedRows page={page} />
        {page.ahead.length === 0 && !page.isEmptyYet ? <NothingPlanned /> : null}
        <ToTellRows toTell={page.toTell} />
        {page.promises.length === 0 ? null : (
          <Section heading={words.promised}>
            <PromiseRows promises={page.promises} onOpen={setPromise} />
          </Section>
        )}
        <DifferenceRows differing={page.differing} />
        {page.ahead.length === 0 ? null : <TextLink to="/plan">{words.teamPlan}</TextLink>}
        <div className="after">
          <Button wide to="/chance">
            {words.byChance}
          </Button>
        </div>
      </PullToRefresh>
      <PromiseSheet of={promise} onClose={() => setPromise(undefined)} />
    </Page>
  )
}

function NothingPlanned() {
  const words = useWords('today')
  return (
    <Section bare>
      <Empty>{words.nobodyTomorrow}</Empty>
      <TextLink to="/families">{words.chooseFamily}</TextLink>
    </Section>
  )
}

function FirstSync({ page }: { readonly page: TodayPage }) {
  const sync = useWords('sync')
  const families = useWords('families')
  if (page.fetching === null) return <Empty>{families.none}</Empty>
  return <Loading done={page.fetching}>{sync.fetchingFirst}</Loading>
}
