import { useState } from 'react'
import { useParams } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { useOpening, useToday } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Fact, Facts } from '#app/ui/Facts.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { NextStep } from '#domain/needs/need.ts'
import { findNeedOf, type NeedOf } from '#domain/needs/mine.ts'
import { nextActsFor, type NeedAct } from '#domain/needs/next-acts.ts'
import type { NeedId } from '#domain/base/ids.ts'
import { useHouseholds } from '../phone/use-households.ts'
import { useNaming } from '../phone/use-naming.ts'
import { NeedLife } from './NeedLife.tsx'
import { NeedMark } from './NeedMark.tsx'
import { NeedSheet } from './NeedSheet.tsx'

/** One need: what comes next, who owns it, the way so far, and what can be done now [H11] [H12]. */
export function NeedScreen() {
  const { id } = useParams<{ id: string }>()
  const one = findNeedOf(useHouseholds(), id as NeedId) // compared as a text, and found or not
  return one === null ? <NotHere /> : <NeedPage one={one} />
}

function NotHere() {
  const words = useWords('needs')
  const { sentences } = useWords('refusals')
  return (
    <Page name={words.name} above={<Bar back="/needs" says={words.name} />}>
      <Empty>{sentences['unknown-need']}</Empty>
    </Page>
  )
}

function NeedPage({ one }: { readonly one: NeedOf }) {
  const { need, household } = one
  const words = useWords('needs')
  const naming = useNaming()
  const today = useToday()
  const [act, setAct] = useState<NeedAct>()
  useOpening(household.id, 'follow-up')
  const next = nextActsFor(need, today)
  const family = naming.family(household)
  return (
    <Page
      name={need.words}
      heading={need.words}
      under={<NeedMark need={need} />}
      above={<Bar back="/needs" says={words.ofFamily(family)} />}
      below={next.first === null ? undefined : <FirstAct act={next.first} onAct={setAct} />}
    >
      <NeedFacts one={one} />
      <Section bare heading={words.life}>
        <NeedLife need={need} />
      </Section>
      {next.others.length === 0 ? null : (
        <Section>
          <Acts set="two-rows">
            {next.others.map(other => (
              <ActButton key={other} act={other} onAct={setAct} />
            ))}
          </Acts>
        </Section>
      )}
      <NeedSheet one={one} act={act} onClose={() => setAct(undefined)} />
    </Page>
  )
}

function NeedFacts({ one: { need, household } }: { readonly one: NeedOf }) {
  const words = useWords('needs')
  const base = useWords('base')
  const days = useWords('days')
  const today = useToday()
  const next = nextStepOf(need, words.answers)
  const promised = household.promises.filter(promise => promise.need === need.id)
  return (
    <Facts>
      {next === null ? null : (
        <Fact says={words.nextStep}>
          <b>{next.by === null ? next.what : words.byDay(next.what, days.date(next.by, today))}</b>
        </Fact>
      )}
      <Fact
        says={words.owner}
        note={need.owner.id === need.firstAsked.id ? undefined : words.firstAsked(need.firstAsked.name)}
      >
        {words.ownerOf(need.owner.name, need.stage.is === 'waiting' ? (need.department?.name ?? '') : '')}
      </Fact>
      {promised.map(promise => (
        <Fact key={promise.id} says={words.promised}>
          <Quote by={base.saidBy(promise.giver.name, days.date(promise.givenOn, today))}>
            {promise.words}
          </Quote>
        </Fact>
      ))}
      {need.quote === '' || need.quote === need.words ? null : (
        <Fact says={words.raisedFrom}>
          <Quote>{need.quote}</Quote>
        </Fact>
      )}
      <Result need={need} />
    </Facts>
  )
}

function Result({ need: { stage } }: Pick<NeedOf, 'need'>) {
  const words = useWords('needs')
  const base = useWords('base')
  const days = useWords('days')
  const today = useToday()
  if (!('found' in stage) || stage.found === null) return null
  return (
    <Fact
      says={words.acts.answer}
      note={[
        stage.found.kind === 'cannot-be-done' ? words.cannotBeDone : '',
        base.saidBy(stage.found.by.name, days.date(stage.found.on, today)),
      ]
        .filter(part => part !== '')
        .join(' · ')}
    >
      {stage.found.words}
    </Fact>
  )
}

/** The step that was named; while a department has it, that it answers by its day. */
function nextStepOf(
  { stage, department, owner }: NeedOf['need'],
  answers: (who: string) => string,
): NextStep | null {
  if (stage.is === 'in-hand') return stage.found === null ? stage.next : null
  if (stage.is !== 'waiting' || stage.referral.state.is !== 'accepted') return null
  return { what: answers(department?.name ?? owner.name), by: stage.referral.state.dueOn }
}

function FirstAct({ act, onAct }: { readonly act: NeedAct; readonly onAct: (act: NeedAct) => void }) {
  const words = useActWords()
  return (
    <Foot>
      <Button kind="first" wide onPress={() => onAct(act)}>
        {words[act]}
      </Button>
    </Foot>
  )
}

function ActButton({ act, onAct }: { readonly act: NeedAct; readonly onAct: (act: NeedAct) => void }) {
  const words = useActWords()
  return (
    <Button small onPress={() => onAct(act)}>
      {words[act]}
    </Button>
  )
}

function useActWords(): Readonly<Record<NeedAct, string>> {
  const { acts, steps } = useWords('needs')
  return {
    agree: acts.agree,
    'on-the-spot': steps.onTheSpot,
    way: acts.way,
    refer: acts.refer,
    step: acts.step,
    result: acts.answer,
    tell: acts.tell,
    hear: acts.householdAnswer,
    withdraw: acts.withdraw,
  }
}
