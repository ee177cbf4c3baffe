import type { Day } from '../base/days.ts'
import type { Entry } from '../base/entry.ts'
import type { NeedId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import type {
  NeedAgree,
  NeedDoOnTheSpot,
  NeedFind,
  NeedHearAnswer,
  NeedNote,
  NeedRaise,
  NeedRefer,
  NeedTakeInHand,
  NeedTell,
  NeedWithdraw,
  ReferralAccept,
  ReferralExtend,
  ReferralReturn,
} from './need.schema.ts'
import type { Found, HouseholdAnswer, Need, Stage, Step } from './need.ts'

export function evolveRaise(household: Household, body: NeedRaise, entry: Entry): Household {
  const { need: id, ...heard } = body
  const need: Need = {
    id,
    number: entry.number,
    ...heard,
    firstAsked: entry.by,
    owner: entry.by,
    department: null,
    agreement: null,
    stage: { is: 'heard' },
    life: [step('heard', body.heardOn, body.saidBy, entry)],
  }
  return { ...household, needs: [...household.needs, need] }
}

export const evolveAgree = (household: Household, body: NeedAgree, entry: Entry): Household =>
  move(household, body.need, step('agreed', body.agreedOn, body.mayTell, entry), need => ({
    ...need,
    agreement: { agreedOn: body.agreedOn, mayTell: body.mayTell, keepBack: body.keepBack },
    stage: { is: 'agreed' },
  }))

export const evolveTakeInHand = (household: Household, body: NeedTakeInHand, entry: Entry): Household =>
  move(household, body.need, step('taken-in-hand', body.on, body.next?.what ?? '', entry), need => ({
    ...need,
    stage: { is: 'in-hand', way: body.way, next: body.next, found: null, unsolved: null },
  }))

export const evolveDoOnTheSpot = (household: Household, body: NeedDoOnTheSpot, entry: Entry): Household =>
  move(household, body.need, step('done-on-the-spot', body.on, body.result, entry), need => ({
    ...need,
    agreement: need.agreement ?? { agreedOn: body.on, mayTell: '', keepBack: '' },
    stage: {
      is: 'answered',
      way: 'on-the-spot',
      found: { words: body.result, kind: 'done', by: entry.by, on: body.on },
      told: { on: body.on, channel: 'at-the-door', by: entry.by, to: need.saidBy },
    },
  }))

export const evolveRefer = (household: Household, body: NeedRefer, entry: Entry): Household =>
  move(household, body.need, step('referred', body.on, body.departmentName, entry), need => ({
    ...need,
    department: { id: body.department, name: body.departmentName },
    stage: {
      is: 'waiting',
      way: 'referral',
      referral: { told: body.told, sentOn: body.on, state: { is: 'offered' } },
    },
  }))

/** The ownership moves with the acceptance, and not before [H21]. */
export const evolveAccept = (household: Household, body: ReferralAccept, entry: Entry): Household =>
  move(household, body.need, step('accepted', body.on, body.dueOn, entry), need => ({
    ...need,
    owner: entry.by,
    stage: withReferral(need.stage, { is: 'accepted', officer: entry.by, dueOn: body.dueOn, extensions: [] }),
  }))

export const evolveReturn = (household: Household, body: ReferralReturn, entry: Entry): Household =>
  move(household, body.need, step('returned', body.on, body.reason, entry), need => ({
    ...need,
    department: null,
    stage: { is: 'in-hand', way: 'referral', next: null, found: null, unsolved: null },
  }))

export const evolveExtendReferral = (household: Household, body: ReferralExtend, entry: Entry): Household =>
  move(household, body.need, step('extended', body.on, body.reason, entry), need => {
    if (need.stage.is !== 'waiting' || need.stage.referral.state.is !== 'accepted') return need
    const { officer, dueOn, extensions } = need.stage.referral.state
    const extension = { from: dueOn, to: body.dueOn, reason: body.reason, toldOn: body.on, by: entry.by }
    return {
      ...need,
      stage: withReferral(need.stage, {
        is: 'accepted',
        officer,
        dueOn: body.dueOn,
        extensions: [...extensions, extension],
      }),
    }
  })

export const evolveFind = (household: Household, body: NeedFind, entry: Entry): Household =>
  move(household, body.need, step('found', body.on, body.words, entry), need => ({
    ...need,
    stage: {
      is: 'in-hand',
      way: wayOf(need.stage),
      next: null,
      found: { words: body.words, kind: body.kind, by: entry.by, on: body.on },
      unsolved: null,
    },
  }))

export const evolveTell = (household: Household, body: NeedTell, entry: Entry): Household =>
  move(household, body.need, step('told', body.on, body.to, entry), need => {
    const found = foundOf(need.stage)
    if (found === null) return need
    const told = { on: body.on, channel: body.channel, by: entry.by, to: body.to }
    return { ...need, stage: { is: 'answered', way: wayOf(need.stage), found, told } }
  })

/** "Not solved" takes the need up again with the same owner, number and history [H12]. */
export const evolveHearAnswer = (household: Household, body: NeedHearAnswer, entry: Entry): Household =>
  move(household, body.need, step(body.says, body.on, body.words, entry), need => {
    const heard = askedAbout(need.stage)
    if (heard === null) return need
    const { way, found, told } = heard
    const { need: _, ...said } = body
    const answer: HouseholdAnswer = { ...said, heardBy: entry.by }
    switch (body.says) {
      case 'solved':
        return { ...need, stage: { is: 'solved', way, found, told, answer } }
      case 'rather-not-say':
        return { ...need, stage: { is: 'unconfirmed', way, found, told, answer } }
      case 'not-solved':
        return {
          ...need,
          stage: { is: 'in-hand', way, next: null, found: null, unsolved: { found, told, answer } },
        }
      default:
        return body.says satisfies never
    }
  })

export const evolveWithdraw = (household: Household, body: NeedWithdraw, entry: Entry): Household =>
  move(household, body.need, step('withdrawn', body.on, body.words, entry), need => ({
    ...need,
    stage: { is: 'withdrawn', on: body.on, words: body.words },
  }))

export const evolveNote = (household: Household, body: NeedNote, entry: Entry): Household =>
  move(household, body.need, step('noted', body.on, body.words, entry), need =>
    need.stage.is === 'in-hand' && body.next !== null
      ? { ...need, stage: { ...need.stage, next: body.next } }
      : need,
  )

const step = (is: Step['is'], on: Day, words: string, entry: Entry): Step => ({
  is,
  on,
  writtenOn: entry.writtenOn,
  by: entry.by,
  words,
})

/** Changes one need and lengthens its line of life: history is never lost. */
const move = (household: Household, id: NeedId, next: Step, change: (need: Need) => Need): Household => ({
  ...household,
  needs: household.needs.map(need =>
    need.id === id ? { ...change(need), life: [...need.life, next] } : need,
  ),
})

type ReferralState = Extract<Stage, { is: 'waiting' }>['referral']['state']

const withReferral = (stage: Stage, state: ReferralState): Stage =>
  stage.is === 'waiting' ? { ...stage, referral: { ...stage.referral, state } } : stage

const wayOf = (stage: Stage) => ('way' in stage ? stage.way : 'guided')

/** The result about which the household has, or had, the word. */
function askedAbout(stage: Stage) {
  if (stage.is === 'answered' || stage.is === 'solved' || stage.is === 'unconfirmed') return stage
  return stage.is === 'in-hand' && stage.unsolved !== null ? { way: stage.way, ...stage.unsolved } : null
}

const foundOf = (stage: Stage): Found | null => ('found' in stage ? stage.found : null)
