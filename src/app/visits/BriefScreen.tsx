import { useMemo, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useOpening, useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarAct } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Acts } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { bringForPolicies } from '#domain/policies/fit.ts'
import { composeBrief, type Brief } from '#domain/visits/brief.ts'
import { nextVisitTo } from '#domain/visits/plan.ts'
import { PoliciesSection } from '../policies/PoliciesSection.tsx'
import { usePolicyFit } from '../policies/use-policy-fit.ts'
import { useNaming } from '../phone/use-naming.ts'
import { AskVillageSheet } from './AskVillageSheet.tsx'
import { BriefAdvice, BriefSaid } from './BriefAdvice.tsx'
import { BriefFacts } from './BriefFacts.tsx'
import { BriefPromises } from './BriefPromises.tsx'
import { BriefWho } from './BriefWho.tsx'
import { NotHere } from './NotHere.tsx'
import { PlanSheet } from './PlanSheet.tsx'
import { useFamily } from './use-family.ts'

/** 访前一页: what one should know before the door, read in sixty seconds [H1]. Composed when opened, never stored. */
export function BriefScreen() {
  const seen = useFamily()
  return seen === null ? <NotHere /> : <BriefPage seen={seen} />
}

type OpenSheet = 'plan' | 'ask'

function BriefPage({ seen }: { readonly seen: HouseholdSeen }) {
  const { household } = seen
  const words = useWords('brief')
  const naming = useNaming()
  const today = useToday()
  const [sheet, setSheet] = useState<OpenSheet>()
  const visit = nextVisitTo(household)
  const fit = usePolicyFit(household)
  const brief = useMemo(() => {
    const composed = composeBrief(household, visit, today)
    return { ...composed, bring: [...composed.bring, ...bringForPolicies(fit)] }
  }, [household, visit, today, fit])
  useOpening(household.id, visit === null ? 'look' : 'prepare')
  const family = naming.family(household)
  return (
    <Page
      name={`${words.name} ${family}`}
      heading={family}
      under={<Under brief={brief} place={naming.place(household)} onPlan={() => setSheet('plan')} />}
      above={
        <Bar
          back="/families"
          says={words.name}
          act={<BarAct icon="print" says={words.print} leads={{ onPress: () => window.print() }} />}
        />
      }
      below={<BriefFoot brief={brief} household={household.id} onSheet={setSheet} />}
      className="brief"
    >
      <BriefWho brief={brief} household={household} />
      <BriefPromises brief={brief} household={household} />
      <BriefFacts brief={brief} household={household} />
      <BriefSaid brief={brief} onAsk={() => setSheet('ask')} />
      <PoliciesSection seen={seen} fit={fit} />
      <BriefAdvice brief={brief} />
      <PlanSheet
        household={household}
        visit={visit}
        open={sheet === 'plan'}
        onClose={() => setSheet(undefined)}
      />
      {visit === null ? null : (
        <AskVillageSheet
          household={household}
          visit={visit}
          open={sheet === 'ask'}
          onClose={() => setSheet(undefined)}
        />
      )}
    </Page>
  )
}

function Under(props: { readonly brief: Brief; readonly place: string; readonly onPlan: () => void }) {
  const { visit } = props.brief
  const words = useWords('brief')
  const days = useWords('days')
  const { times, dayAndTime } = useWords('today')
  const base = useWords('base')
  const today = useToday()
  const when =
    visit === null ? '' : dayAndTime(days.day(visit.on, today), visit.time === null ? '' : times[visit.time])
  return (
    <>
      {props.place === '' ? null : <Phrase>{words.where(props.place, '')}</Phrase>}
      {visit === null ? (
        <Phrase>{words.notPlanned}</Phrase>
      ) : (
        <>
          <Phrase>{words.when(when, base.list(visit.companions))}</Phrase>
          <button type="button" className="link screen-only" onClick={props.onPlan}>
            {words.changePlan}
          </button>
        </>
      )}
    </>
  )
}

/** At most one persimmon thing: plan it, ask the village, or take it along, whichever comes next. */
function BriefFoot(props: {
  readonly brief: Brief
  readonly household: string
  readonly onSheet: (sheet: OpenSheet) => void
}) {
  const words = useWords('brief')
  const today = useToday()
  const { brief, household } = props
  const { visit } = brief
  if (visit === null)
    return (
      <Foot>
        <Button kind="first" wide onPress={() => props.onSheet('plan')}>
          {words.planVisit}
        </Button>
      </Foot>
    )
  const isTime = visit.on <= today
  return (
    <Foot>
      <Acts>
        {isTime ? (
          <Button to={`/families/${household}/diary/${visit.id}`}>{words.writeDiary}</Button>
        ) : (
          <Button onPress={() => props.onSheet('ask')}>{words.askVillage}</Button>
        )}
        <Button kind="first" to={`/families/${household}/talk`}>
          {brief.advice.length === 0 ? words.start : words.takeAlong}
        </Button>
      </Acts>
    </Foot>
  )
}
