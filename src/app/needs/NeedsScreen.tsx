import { useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useSyncNow, useToday } from '#app/sync/wuxin.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Page } from '#app/ui/Page.tsx'
import { PullToRefresh } from '#app/ui/PullToRefresh.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { TabBar } from '#app/ui/TabBar.tsx'
import { needsOf, type MyNeeds, type NeedOf } from '#domain/needs/mine.ts'
import { useHouseholds } from '../phone/use-households.ts'
import { useMe } from '../phone/use-me.ts'
import { useNaming } from '../phone/use-naming.ts'
import { NeedMark } from './NeedMark.tsx'

const order = ['lying', 'mine', 'told', 'waiting', 'closed'] as const satisfies readonly (keyof MyNeeds)[]

/** 事项: what I own or was first asked about, until the family has spoken [H21]. Left lying comes first [H13]. */
export function NeedsScreen() {
  const words = useWords('needs')
  const needs = useMyNeeds()
  const syncNow = useSyncNow()
  const open = needs.lying.length + needs.mine.length + needs.told.length + needs.waiting.length
  const shown = order.filter(list => needs[list].length > 0)
  return (
    <Page
      name={words.name}
      heading={words.name}
      under={open === 0 && shown.length === 0 ? undefined : words.under(open)}
      set="tab"
      below={<TabBar on="needs" />}
    >
      <PullToRefresh onRefresh={syncNow}>
        {shown.length === 0 ? <Empty>{words.none}</Empty> : null}
        {shown.map((list, place) => (
          <Section key={list} bare={place === 0} heading={words.lists[list]}>
            <MarginList>
              {needs[list].map(one => (
                <NeedRow key={one.need.id} one={one} lying={list === 'lying'} />
              ))}
            </MarginList>
          </Section>
        ))}
      </PullToRefresh>
    </Page>
  )
}

function useMyNeeds(): MyNeeds {
  const households = useHouseholds()
  const me = useMe()
  const today = useToday()
  return useMemo(() => needsOf(households, me.id, today), [households, me.id, today])
}

function NeedRow({ one, lying }: { readonly one: NeedOf; readonly lying: boolean }) {
  const days = useWords('days')
  const today = useToday()
  const naming = useNaming()
  const { need, household } = one
  return (
    <MarginRow
      when={days.day(need.life.at(-1)?.on ?? need.heardOn, today)}
      tone={lying ? 'lying' : undefined}
      leads={{ to: `/needs/${need.id}` }}
    >
      <p className="what">{need.words}</p>
      <p className="note">{naming.family(household)}</p>
      <NeedMark need={need} />
    </MarginRow>
  )
}
