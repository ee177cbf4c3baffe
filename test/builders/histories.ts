import fc from 'fast-check'
import type { Actor } from '#domain/access/grants.ts'
import { addDays } from '#domain/base/days.ts'
import { asId, type HouseholdId, type NeedId, type PromiseId, type VisitId } from '#domain/base/ids.ts'
import { categories } from '#domain/needs/need.ts'
import type { Change, Recorded } from '#sync/change.ts'
import { decide } from '#sync/decide.ts'
import { judge, type Judgement, type LogView } from '#sync/judge.ts'
import { change, fuFamily, minutesLater, register, today, wangFamily } from './changes.ts'
import { hanZhiming, heLan, liuWenqing, liuYulan, tianJianguo, waterBureau, zhouMin } from './people.ts'

/** One thing somebody does, lawful or not: who, and the change. */
export type Attempt = { readonly actor: Actor; readonly change: Change }

const needs = ['need-a-0001', 'need-b-0001', 'need-c-0001'].map(text => asId<NeedId>(text))
const visits = ['visit-a-001', 'visit-b-001'].map(text => asId<VisitId>(text))
const promises = ['promise-a-1', 'promise-b-1'].map(text => asId<PromiseId>(text))
const households: readonly HouseholdId[] = [wangFamily, fuFamily]
const actors = [zhouMin, tianJianguo, heLan, liuYulan, hanZhiming, liuWenqing]

type Draws = {
  readonly kind: number
  readonly actor: Actor
  readonly household: HouseholdId
  readonly need: NeedId
  readonly visit: VisitId
  readonly promise: PromiseId
  readonly days: number
  readonly pick: number
}

const draws: fc.Arbitrary<Draws> = fc.record({
  kind: fc.noBias(fc.nat({ max: 1000 })),
  actor: fc.constantFrom(...actors),
  household: fc.constantFrom(...households),
  need: fc.constantFrom(...needs),
  visit: fc.constantFrom(...visits),
  promise: fc.constantFrom(...promises),
  days: fc.integer({ min: -3, max: 9 }),
  pick: fc.nat({ max: 7 }),
})

/** Of what was drawn only the household stands around a change. */
const at = ({ household }: Draws) => ({ household })

/** A telephone as it was heard: one of three, so that people often differ and now and then agree. */
const heardAs = (pick: number) =>
  ({ value: `1380000000${pick % 3}`, source: 'visitor', learnedOn: today }) as const

// Every kind of change, with whatever was drawn: many of them will be refused, and that is the point.
const makers: readonly ((draw: Draws) => Change)[] = [
  draw => register({ household: draw.household }),
  draw =>
    change(
      'household.learn',
      { facts: [{ key: 'telephone', ...heardAs(draw.pick), until: null }] },
      at(draw),
    ),
  // Of two words that were drawn: one may never have been said, and then nothing is settled.
  draw =>
    change(
      'household.settle',
      {
        key: 'telephone',
        among: [
          { ...heardAs(draw.pick), by: zhouMin.id },
          { ...heardAs(draw.pick + 1), by: draw.pick > 3 ? tianJianguo.id : heLan.id },
        ],
        use: draw.days < 0 ? null : heardAs(draw.pick + (draw.days % 2)).value,
      },
      at(draw),
    ),
  draw => change('household.decline', { notBefore: addDays(today, draw.days) }, at(draw)),
  draw =>
    change(
      'visit.plan',
      { visit: draw.visit, on: addDays(today, draw.days), time: null, purpose: '坐坐', companions: [] },
      at(draw),
    ),
  draw => change('advice.ask', { visit: draw.visit }, at(draw)),
  draw =>
    change(
      'advice.give',
      {
        visit: draw.visit,
        saidBy: '刘玉兰',
        via: 'telephone',
        saidOn: addDays(today, draw.days),
        when: null,
        address: '',
        mindful: '',
        words: '天擦黑再去',
        leaveAlone: 'no',
      },
      at(draw),
    ),
  draw =>
    change(
      'visit.record',
      {
        visit: draw.visit,
        on: addDays(today, draw.days),
        time: null,
        companions: [],
        outcome: draw.pick < 5 ? { is: 'held' } : { is: 'another-day', notBefore: addDays(today, draw.pick) },
      },
      at(draw),
    ),
  // Lawful where it says what stands: now and then it does.
  draw =>
    change(
      'advice.expire',
      {
        visit: draw.visit,
        saidBefore: addDays(today, draw.days),
        askedOn: draw.pick % 2 === 0 ? null : today,
        unready: draw.pick < 3 ? null : draw.pick < 6 ? ['cadre-not-asked'] : [],
      },
      at(draw),
    ),
  draw =>
    change(
      'need.raise',
      {
        need: draw.need,
        words: '门口那截路',
        saidBy: '',
        quote: '',
        category: categories[draw.pick] ?? 'hardship',
        level: 'household',
        visit: null,
        heardOn: addDays(today, Math.min(draw.days, 1)),
      },
      at(draw),
    ),
  draw => change('need.agree', { need: draw.need, agreedOn: today, mayTell: '路', keepBack: '' }, at(draw)),
  draw =>
    change(
      'need.take-in-hand',
      {
        need: draw.need,
        on: today,
        way: 'guided',
        next: draw.pick < 4 ? null : { what: '问', by: addDays(today, draw.days) },
      },
      at(draw),
    ),
  draw => change('need.do-on-the-spot', { need: draw.need, on: today, result: '换了', doneBy: '' }, at(draw)),
  draw =>
    change(
      'need.refer',
      { need: draw.need, on: today, department: waterBureau, departmentName: '县水利局', told: '路' },
      at(draw),
    ),
  draw =>
    change('referral.accept', { need: draw.need, on: today, dueOn: addDays(today, draw.days) }, at(draw)),
  draw =>
    change('referral.return', { need: draw.need, on: today, reason: draw.pick ? '不归我们' : '' }, at(draw)),
  draw =>
    change(
      'referral.extend',
      { need: draw.need, on: today, dueOn: addDays(today, 8 + draw.days), reason: '等料' },
      at(draw),
    ),
  draw => change('need.find', { need: draw.need, on: today, words: '修了', kind: 'done' }, at(draw)),
  draw => change('need.tell', { need: draw.need, on: today, channel: 'telephone', to: '' }, at(draw)),
  draw =>
    change(
      'need.hear-answer',
      {
        need: draw.need,
        on: today,
        says: draw.pick < 3 ? 'solved' : draw.pick < 6 ? 'not-solved' : 'rather-not-say',
        saidBy: '',
        words: '',
        channel: 'at-the-door',
        witness: draw.pick % 2 ? '老田' : '',
      },
      at(draw),
    ),
  // Rarely: what is withdrawn goes no further, and most families want their matter done.
  draw =>
    draw.pick === 0 && draw.days === 0
      ? change('need.withdraw', { need: draw.need, on: today, words: '' }, at(draw))
      : change('need.note', { need: draw.need, on: today, words: '等着', next: null }, at(draw)),
  draw => change('need.note', { need: draw.need, on: today, words: '问过了', next: null }, at(draw)),
  draw =>
    change(
      'promise.give',
      { promise: draw.promise, need: null, words: '回话', givenOn: today, dueOn: addDays(today, draw.days) },
      at(draw),
    ),
  draw =>
    change(
      'promise.extend',
      { promise: draw.promise, to: addDays(today, draw.days), reason: '等料', toldOn: today },
      at(draw),
    ),
  draw => change('promise.keep', { promise: draw.promise, on: today, how: '' }, at(draw)),
]

/**
 * A life of two families: registered, then lived at random. Half of what is tried is whatever was drawn, lawful or not;
 * the other half is the next lawful thing after it, so that needs come as far as the household's word.
 */
export const histories: fc.Arbitrary<readonly Attempt[]> = fc
  .array(draws, { minLength: 30, maxLength: 90, size: 'max' })
  .map(lived => {
    const history: Attempt[] = [
      { actor: zhouMin, change: register() },
      { actor: zhouMin, change: register({ household: fuFamily }, '付远志') },
    ]
    let view = history.reduce((before, attempt) => tried(before, attempt).view, nothing)
    for (const draw of lived) {
      const attempt = draw.kind % 2 === 0 ? attemptOf(draw, 0) : nextLawful(view, draw)
      history.push(attempt)
      view = tried(view, attempt).view
    }
    return history
  })

/** What an in-memory log makes of a history: the same judge as the server's, without its database. */
export function live(history: readonly Attempt[]): readonly Recorded[] {
  let view = nothing
  const log: Recorded[] = []
  for (const attempt of history) {
    const step = tried(view, attempt)
    log.push(...step.judged.accepted.map(({ recorded }) => recorded))
    view = step.view
  }
  return log
}

const nothing: LogView = { head: 0, households: new Map(), answered: new Map() }

function tried(
  view: LogView,
  { actor, change }: Attempt,
): { readonly view: LogView; readonly judged: Judgement } {
  const judged = judge(view, [{ change, diary: null }], actor, minutesLater(view.head))
  return {
    judged,
    view: {
      head: judged.head,
      households: new Map([...view.households, ...judged.households]),
      answered: new Map([
        ...view.answered,
        ...judged.verdicts.map(verdict => [verdict.id, verdict] as const),
      ]),
    },
  }
}

const wouldStand = (view: LogView, { actor, change }: Attempt): boolean =>
  decide(view.households.get(change.household) ?? null, change, actor, minutesLater(view.head)).ok

function attemptOf(draw: Draws, further: number): Attempt {
  const make = makers[(Math.floor(draw.kind / 2) + further) % makers.length]
  if (make === undefined) throw new Error('there are makers')
  return { actor: draw.actor, change: make(draw) }
}

function nextLawful(view: LogView, draw: Draws): Attempt {
  for (let further = 0; further < makers.length; further++) {
    for (const actor of actors) {
      const attempt = { ...attemptOf(draw, further), actor }
      if (wouldStand(view, attempt)) return attempt
    }
  }
  return attemptOf(draw, 0)
}
