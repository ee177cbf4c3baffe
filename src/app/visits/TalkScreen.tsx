import { useMemo, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarAct } from '#app/ui/Bar.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Press, type Leads } from '#app/ui/Press.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { TalkCard } from '#app/ui/TalkCard.tsx'
import type { SpokenLine } from '#domain/visits/conversation/compose-talk.ts'
import { talkFor } from '#domain/visits/talk-for.ts'
import { nextVisitTo } from '#domain/visits/plan.ts'
import { useNaming } from '../phone/use-naming.ts'
import { NotHere } from './NotHere.tsx'
import { OldMatters } from './OldMatters.tsx'
import { PromisingSheet } from './PromisingSheet.tsx'
import { useFamily } from './use-family.ts'
import { useNightHere } from './use-night-here.ts'
import { useTalkLines } from './use-talk-lines.ts'

/** 拉家常: something to glance at in the home. Nothing to fill in, no timer, no check-in; the screen may stay dark [H7]. */
export function TalkScreen() {
  const seen = useFamily()
  return seen === null ? <NotHere /> : <Card seen={seen} />
}

function Card({ seen: { household } }: { readonly seen: HouseholdSeen }) {
  const words = useWords('talk')
  const diary = useWords('diary')
  const naming = useNaming()
  const [night, setNight] = useNightHere()
  const [promising, setPromising] = useState(false)
  const [old, setOld] = useState(false)
  const card = useCard(household)
  const visit = nextVisitTo(household)
  const here = `/families/${household.id}`
  // On the same screen, under the same address and name: that it was opened is written down nowhere [H19].
  if (old)
    return (
      <OldMatters
        household={household}
        name={`${words.name} ${naming.family(household)}`}
        onBack={() => setOld(false)}
      />
    )
  return (
    <Page
      name={`${words.name} ${naming.family(household)}`}
      className="talk"
      above={
        <Bar
          back={here}
          act={
            <BarAct
              icon={night ? 'sun' : 'moon'}
              says={night ? words.lighter : words.darker}
              leads={{ onPress: () => setNight(!night) }}
            />
          }
        />
      }
    >
      <TalkCard call={card.call} how={card.how} lines={card.lines} />
      <div className="rest">
        <Rest says={words.beforePromising} leads={{ onPress: () => setPromising(true) }} />
        <Rest says={words.oldAccounts} leads={{ onPress: () => setOld(true) }} />
        {visit === null ? null : <Rest says={diary.onWay} leads={{ to: `${here}/diary/${visit.id}` }} />}
      </div>
      <PromisingSheet open={promising} onClose={() => setPromising(false)} {...card.promising} />
    </Page>
  )
}

function Rest({ says, leads }: { readonly says: string; readonly leads: Leads }) {
  return (
    <Press className="way" leads={leads}>
      {says}
      <Icon name="onward" />
    </Press>
  )
}

function useCard(household: HouseholdSeen['household']) {
  const words = useWords('talk')
  const base = useWords('base')
  const today = useToday()
  const [{ language }] = useSettings()
  const catalogue = useTalkLines()
  return useMemo(() => {
    const { talk, untold } = talkFor(household, today, catalogue)
    const say = (line: { readonly zh: string; readonly en: string }) =>
      language === 'en' ? line.en : line.zh
    const rowOf = (row: { readonly id: string; readonly says: string }, line: SpokenLine | null) =>
      line === null ? [] : [{ ...row, sentence: say(line) }]
    const lines = [
      ...untold.map(need => ({ id: need.id, says: words.tellFirst, sentence: words.tellResult(need.words) })),
      {
        id: 'open',
        says: words.open,
        sentence: talk.openers.map(say).join(language === 'en' ? ' ' : ''),
      },
      ...rowOf({ id: 'praise', says: words.praise }, talk.praise),
      ...rowOf({ id: 'advice', says: words.askAdvice }, talk.advice),
      // This family's own topic goes before the one that holds for such a house, and neither is more than a line.
      ...(talk.leaveAlone === null
        ? rowOf({ id: 'leave', says: words.leave }, talk.topic)
        : [{ id: 'leave', says: words.leave, sentence: words.topicToLeave }]),
    ].filter(({ sentence }) => sentence !== '')
    const manners = talk.manners.map(say)
    return {
      call: base.list(talk.addresses.slice(0, 2).map(say)).replaceAll('、', '，'),
      how: manners.length === 0 ? undefined : manners.join(language === 'en' ? ' ' : ''),
      lines,
      promising: {
        questions: talk.promising.map(say),
        instead: talk.instead === null ? words.promising.instead : say(talk.instead),
      },
    }
  }, [household, today, language, words, base, catalogue])
}
