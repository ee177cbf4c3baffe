import { daysBetween } from '../base/days.ts'
import { agreed, allOf, holds, refuse, type Decision } from '../base/decision.ts'
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
import { isOpenNeed, type Found, type HouseholdAnswer, type Need, type Stage } from './need.ts'

/** The household may change its answer for so many days (ours). */
export const answerChangesForDays = 7

/** @refuses `need-exists`, `empty-words`, `day-in-future` */
export const decideRaise = (household: Household, body: NeedRaise, entry: Entry): Decision =>
  allOf(
    holds(findNeed(household, body.need) === null, 'need-exists'),
    holds(body.words.trim() !== '', 'empty-words'),
    holds(body.heardOn <= entry.writtenOn, 'day-in-future'),
  )

/** @refuses `unknown-need`, `not-heard`, `day-in-future` */
export const decideAgree = (household: Household, body: NeedAgree, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(
      holds(need.stage.is === 'heard', 'not-heard'),
      holds(body.agreedOn <= entry.writtenOn, 'day-in-future'),
    ),
  )

/** A way is chosen once the household has agreed, or anew while the need is in hand. @refuses `unknown-need`, `not-agreed`, `not-in-hand` */
export const decideTakeInHand = (household: Household, body: NeedTakeInHand, entry: Entry): Decision =>
  onNeed(household, body.need, need => allOf(happened(body, entry), mayBeTaken(need)))

/** Done there and then: lawful from the first hearing, for the household stands beside it [H11]. @refuses `unknown-need`, `not-in-hand` */
export const decideDoOnTheSpot = (household: Household, body: NeedDoOnTheSpot, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(happened(body, entry), need.stage.is === 'heard' ? agreed : mayBeTaken(need)),
  )

/** Only what the household agreed to may leave the team [H17]. @refuses `unknown-need`, `not-agreed`, `not-in-hand` */
export const decideRefer = (household: Household, body: NeedRefer, entry: Entry): Decision =>
  onNeed(household, body.need, need => allOf(happened(body, entry), mayBeTaken(need)))

/** @refuses `unknown-need`, `no-referral`, `referral-not-offered`, `day-is-past` */
export const decideAccept = (household: Household, body: ReferralAccept, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(happened(body, entry), inReferral(need, 'offered'), holds(body.dueOn >= body.on, 'day-is-past')),
  )

/** Back with a reason; the owner has not moved. @refuses `unknown-need`, `no-referral`, `referral-not-offered`, `reason-missing` */
export const decideReturn = (household: Household, body: ReferralReturn, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(
      happened(body, entry),
      inReferral(need, 'offered'),
      holds(body.reason.trim() !== '', 'reason-missing'),
    ),
  )

/** @refuses `unknown-need`, `no-referral`, `referral-not-accepted`, `reason-missing`, `extension-not-later` */
export const decideExtendReferral = (household: Household, body: ReferralExtend, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(
      happened(body, entry),
      inReferral(need, 'accepted'),
      holds(body.reason.trim() !== '', 'reason-missing'),
      holds(body.dueOn > acceptedDueOn(need), 'extension-not-later'),
    ),
  )

/** A result is found by who has it in hand, or by the officer who accepted it. @refuses `unknown-need`, `not-in-hand`, `referral-not-accepted`, `empty-words` */
export const decideFind = (household: Household, body: NeedFind, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(
      happened(body, entry),
      holds(body.words.trim() !== '', 'empty-words'),
      need.stage.is === 'waiting'
        ? inReferral(need, 'accepted')
        : holds(need.stage.is === 'in-hand', 'not-in-hand'),
    ),
  )

/** @refuses `unknown-need`, `already-answered`, `no-result-yet`, `day-in-future` */
export const decideTell = (household: Household, body: NeedTell, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(
      happened(body, entry),
      holds(need.stage.is !== 'answered', 'already-answered'),
      holds(need.stage.is === 'in-hand' && need.stage.found !== null, 'no-result-yet'),
    ),
  )

/**
 * Takes the household's own word on an answered need: only this makes a need solved [H12]. Who did the work may hear
 * it at the door only beside a witness, and a relay person is named. An answer can be changed for seven days.
 * @refuses `unknown-need`, `not-answered`, `answer-needs-second-ear`, `relay-not-named`, `answer-too-late-to-change`
 */
export const decideHearAnswer = (household: Household, body: NeedHearAnswer, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(happened(body, entry), mayBeAnswered(need, body), heardWell(need, body, entry)),
  )

/** @refuses `unknown-need`, `not-open`, `day-in-future` */
export const decideWithdraw = (household: Household, body: NeedWithdraw, entry: Entry): Decision =>
  onNeed(household, body.need, need => allOf(happened(body, entry), holds(isOpenNeed(need), 'not-open')))

/** @refuses `unknown-need`, `not-open`, `empty-words`, `day-in-future` */
export const decideNote = (household: Household, body: NeedNote, entry: Entry): Decision =>
  onNeed(household, body.need, need =>
    allOf(
      happened(body, entry),
      holds(body.words.trim() !== '', 'empty-words'),
      holds(isOpenNeed(need), 'not-open'),
      holds(body.next === null || need.stage.is === 'in-hand', 'not-in-hand'),
    ),
  )

export const findNeed = (household: Household, id: NeedId): Need | null =>
  household.needs.find(need => need.id === id) ?? null

function onNeed(household: Household, id: NeedId, check: (need: Need) => Decision): Decision {
  const need = findNeed(household, id)
  return need === null ? refuse('unknown-need') : check(need)
}

const happened = (body: { readonly on: Entry['writtenOn'] }, entry: Entry): Decision =>
  holds(body.on <= entry.writtenOn, 'day-in-future')

function mayBeTaken({ stage }: Need): Decision {
  if (stage.is === 'heard') return refuse('not-agreed')
  return holds(stage.is === 'agreed' || stage.is === 'in-hand', 'not-in-hand')
}

function inReferral({ stage }: Need, state: 'offered' | 'accepted'): Decision {
  if (stage.is !== 'waiting') return refuse('no-referral')
  if (stage.referral.state.is === state) return agreed
  return refuse(state === 'offered' ? 'referral-not-offered' : 'referral-not-accepted')
}

function acceptedDueOn({ stage }: Need): string {
  return stage.is === 'waiting' && stage.referral.state.is === 'accepted' ? stage.referral.state.dueOn : ''
}

function mayBeAnswered({ stage }: Need, body: NeedHearAnswer): Decision {
  if (stage.is === 'answered') return agreed
  const given = answerGiven(stage)
  if (given === null) return refuse('not-answered')
  return holds(daysBetween(given.on, body.on) <= answerChangesForDays, 'answer-too-late-to-change')
}

/** The word the household has given already; "not solved" only while nothing was done since. */
function answerGiven(stage: Stage): HouseholdAnswer | null {
  if (stage.is === 'solved' || stage.is === 'unconfirmed') return stage.answer
  return stage.is === 'in-hand' && stage.found === null ? (stage.unsolved?.answer ?? null) : null
}

function heardWell({ stage }: Need, body: NeedHearAnswer, entry: Entry): Decision {
  if (body.channel === 'relay')
    return holds(body.relay.trim() !== '' && body.relation.trim() !== '', 'relay-not-named')
  if (body.channel !== 'at-the-door') return agreed
  const hearsOwnWork = workOf(stage)?.by.id === entry.by.id
  return holds(!hearsOwnWork || body.witness.trim() !== '', 'answer-needs-second-ear')
}

function workOf(stage: Stage): Found | null {
  if (stage.is === 'in-hand') return stage.unsolved?.found ?? stage.found
  return 'found' in stage ? stage.found : null
}
