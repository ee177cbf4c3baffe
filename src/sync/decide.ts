import { dayOf, earlier, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { agreed, type Decision } from '#domain/base/decision.ts'
import type { Entry } from '#domain/base/entry.ts'
import type { Actor } from '#domain/access/grants.ts'
import { mayWrite } from '#domain/access/may-write.ts'
import * as facts from '#domain/households/fact.changes.ts'
import * as households from '#domain/households/household.changes.ts'
import type { Household } from '#domain/households/household.ts'
import * as needs from '#domain/needs/need.decide.ts'
import * as promises from '#domain/promises/promise.changes.ts'
import * as visits from '#domain/visits/visit.changes.ts'
import type { Author, Change } from './change.ts'

/**
 * Whether this change can stand, given the household as the log has it and who wrote it. Pure, and the same on server
 * and phone; the server's word counts [S12]. Grants are looked at as of the day the change happened; a clock ahead of
 * the receiver's counts as the receiver's own [S18].
 */
export function decide(household: Household | null, change: Change, actor: Actor, now: Instant): Decision {
  const entry = entryFor(change, actor, now, null)
  const may = mayWrite(actor, change, household, entry.writtenOn)
  if (!may.ok) return may
  if (change.kind === 'household.register') return households.decideRegister(household)
  const known = households.knownHousehold(household)
  return known.ok ? decideFor(known.value, change, entry) : known
}

type ChangeOfKnown = Exclude<Change, { kind: 'household.register' }>

// One line a kind: the table of contents of what can happen to a household.
function decideFor(household: Household, change: ChangeOfKnown, entry: Entry): Decision {
  switch (change.kind) {
    case 'household.learn':
      return households.decideLearn(change.body, entry)
    case 'household.settle':
      return facts.decideSettle(household, change.body, entry)
    case 'household.consent':
      return households.decideConsent(change.body, entry)
    case 'household.decline':
      return agreed
    case 'household.erase':
      return households.decideErase(change.body, entry)
    case 'visit.plan':
      return visits.decidePlan(household, change.body, entry)
    case 'advice.ask':
      return visits.decideAsk(household, change.body)
    case 'advice.give':
      return visits.decideAdvice(household, change.body, entry)
    case 'advice.expire':
      return visits.decideExpire(household, change.body, entry)
    case 'visit.record':
      return visits.decideRecord(household, change.body, entry)
    case 'need.raise':
      return needs.decideRaise(household, change.body, entry)
    case 'need.agree':
      return needs.decideAgree(household, change.body, entry)
    case 'need.take-in-hand':
      return needs.decideTakeInHand(household, change.body, entry)
    case 'need.do-on-the-spot':
      return needs.decideDoOnTheSpot(household, change.body, entry)
    case 'need.refer':
      return needs.decideRefer(household, change.body, entry)
    case 'referral.accept':
      return needs.decideAccept(household, change.body, entry)
    case 'referral.return':
      return needs.decideReturn(household, change.body, entry)
    case 'referral.extend':
      return needs.decideExtendReferral(household, change.body, entry)
    case 'need.find':
      return needs.decideFind(household, change.body, entry)
    case 'need.tell':
      return needs.decideTell(household, change.body, entry)
    case 'need.hear-answer':
      return needs.decideHearAnswer(household, change.body, entry)
    case 'need.withdraw':
      return needs.decideWithdraw(household, change.body, entry)
    case 'need.note':
      return needs.decideNote(household, change.body, entry)
    case 'promise.give':
      return promises.decideGive(household, change.body, entry)
    case 'promise.extend':
      return promises.decideExtend(household, change.body, entry)
    case 'promise.keep':
      return promises.decideKeep(household, change.body, entry)
    default:
      return change satisfies never
  }
}

/**
 * Under what a change stands: its author, and the day it was written down. A device's clock that runs ahead of the
 * receiver cannot move a change into the future.
 */
export const entryFor = (
  change: Change,
  { id, name, role }: Author,
  receivedAt: Instant,
  number: number | null,
): Entry => ({
  by: { id, name },
  role,
  writtenOn: dayOf(earlier(change.happenedAt, receivedAt)),
  number,
})

/** Whether the device's clock was impossibly ahead when the change was written: more than a day [S18]. */
export const hasImpossibleClock = (change: Change, receivedAt: Instant): boolean =>
  millisecondsOf(change.happenedAt) - millisecondsOf(receivedAt) > 86_400_000
