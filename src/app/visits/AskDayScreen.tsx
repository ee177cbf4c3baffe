import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { ChoiceList, ChoiceRow } from '#app/ui/Choice.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { isUnadvised, type PlannedVisit } from '#domain/visits/plan.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useWriting } from '../phone/use-writing.ts'
import { LinkSheet } from './LinkSheet.tsx'
import { useAskedDay } from './use-asked-day.ts'

/** 问问村里: all families of one day in one go: on the cadre's phone, by a link, by one call, on a sheet of paper [H2]. */
export function AskDayScreen() {
  const words = useWords('asking')
  const days = useWords('days')
  const today = useToday()
  const day = useAskedDay()
  const open = day.visits.filter(isUnadvised)
  return (
    <Page
      name={words.name}
      heading={words.heading(days.day(day.on, today), day.visits.length)}
      under={words.under}
      above={<Bar back="/today" says={words.name} />}
    >
      <Section bare heading={words.families}>
        <MarginList>
          {day.visits.map(one => (
            <AskedRow key={one.visit.id} one={one} />
          ))}
        </MarginList>
      </Section>
      {open.length === 0 ? <Empty>{words.nothing}</Empty> : <Ways open={open} on={day.on} />}
    </Page>
  )
}

function AskedRow({ one }: { readonly one: PlannedVisit }) {
  const words = useWords('asking')
  const { times } = useWords('today')
  const naming = useNaming()
  const { household, visit } = one
  const state = !isUnadvised(one) ? 'ready' : visit.askedOn === null ? 'still-missing' : 'waiting'
  return (
    <MarginRow
      when={visit.time === null ? times.anytime : times[visit.time]}
      voice="song"
      leads={{ to: `/families/${household.id}` }}
    >
      <p className="name">{naming.family(household)}</p>
      <p className="note">{naming.place(household)}</p>
      <Mark state={state}>{words.standing[state]}</Mark>
    </MarginRow>
  )
}

function Ways({ open, on }: { readonly open: readonly PlannedVisit[]; readonly on: string }) {
  const words = useWords('asking')
  const toast = useToast()
  const [, go] = useLocation()
  const [linking, setLinking] = useState(false)
  const { write, refusal } = useWriting()
  const send = async () => {
    const acts = open.map(({ household, visit }) => ({
      village: household.village,
      household: household.id,
      kind: 'advice.ask' as const,
      body: { visit: visit.id },
    }))
    if (await write(acts)) toast(words.sent)
  }
  const to = (way: string) => ({ onPress: () => go(`/ask/${on}/${way}`) })
  return (
    <Section heading={words.ways}>
      <ChoiceList>
        <ChoiceRow says={words.telephone} means={words.telephoneMeans} leads={to('telephone')} />
        <ChoiceRow says={words.send} means={words.sendMeans} leads={{ onPress: () => void send() }} />
        <ChoiceRow says={words.link} means={words.linkMeans} leads={{ onPress: () => setLinking(true) }} />
        <ChoiceRow says={words.sheet} means={words.sheetMeans} leads={to('sheet')} />
        <ChoiceRow says={words.paper} means={words.paperMeans} leads={to('paper')} />
      </ChoiceList>
      {refusal === undefined ? null : <Refusal>{refusal}</Refusal>}
      <LinkSheet open={linking} families={open} onClose={() => setLinking(false)} />
    </Section>
  )
}
