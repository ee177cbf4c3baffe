import { useWords } from '#app/i18n/words.tsx'
import { useToday, useVillages } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { isUnadvised, type PlannedVisit } from '#domain/visits/plan.ts'
import { useNaming } from '../phone/use-naming.ts'
import { offeredTimes, topicAnswers } from './advice-fields.ts'
import { useAskedDay } from './use-asked-day.ts'

/** A sheet of A4 in large type: what the village is asked, to be written by hand and typed in later [H2]. */
export function AskingSheetScreen() {
  const words = useWords('asking')
  const base = useWords('base')
  const days = useWords('days')
  const today = useToday()
  const day = useAskedDay()
  const villages = useVillages()
  const open = day.visits.filter(isUnadvised)
  const [first] = open
  const who = [...new Set(open.flatMap(({ visit }) => [visit.by.name, ...visit.companions]))]
  const village = villages.find(({ code }) => code === first?.household.village)?.name ?? ''
  return (
    <Page
      name={words.sheetHeading}
      heading={words.sheetHeading}
      under={words.sheetUnder(village, days.withWeekday(day.on, today), base.list(who))}
      above={<Bar back={`/ask/${day.on}`} says={words.sheet} />}
      below={
        <Foot>
          <Button kind="first" wide onPress={() => window.print()}>
            {words.printIt}
          </Button>
        </Foot>
      }
      className="on-a4"
    >
      {open.length === 0 ? <Empty>{words.nothing}</Empty> : null}
      <p className="lead">{words.sheetAsk}</p>
      <div className="by-hand two-in-a-row">
        <Line says={words.sheetWho} />
        <Line says={words.sheetOn} />
      </div>
      {open.map(one => (
        <FamilyByHand key={one.visit.id} one={one} />
      ))}
      <p className="aside">{words.sheetEnd}</p>
    </Page>
  )
}

function FamilyByHand({ one: { household, visit } }: { readonly one: PlannedVisit }) {
  const words = useWords('asking')
  const advice = useWords('advice')
  const days = useWords('days')
  const { times } = useWords('today')
  const today = useToday()
  const naming = useNaming()
  return (
    <section className="by-hand sec">
      <div className="h">
        <h2 className="family">{naming.family(household)}</h2>
        <span className="note">
          {words.goesOn(days.date(visit.on, today), visit.time === null ? '' : times[visit.time])}
        </span>
      </div>
      <Boxes says={advice.whenAtHome} choices={offeredTimes.map(time => times[time])} />
      <Line says={advice.howToCall} />
      <Line says={advice.howToSpeak} />
      <Boxes
        says={advice.topic}
        choices={topicAnswers.map(one => advice.topics[one === 'unclear' ? 'unknown' : one])}
      />
      <Line says={advice.anythingElse} />
    </section>
  )
}

function Line({ says }: { readonly says: string }) {
  return (
    <p className="line">
      <span className="q">{says}</span>
      <span className="rule" />
    </p>
  )
}

function Boxes({ says, choices }: { readonly says: string; readonly choices: readonly string[] }) {
  return (
    <p className="line">
      <span className="q">{says}</span>
      <span className="boxes">
        {choices.map(choice => (
          <span key={choice}>
            <i aria-hidden="true" /> {choice}
          </span>
        ))}
      </span>
    </p>
  )
}
