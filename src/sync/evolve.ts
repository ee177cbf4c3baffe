import type { Entry } from '#domain/base/entry.ts'
import * as facts from '#domain/households/fact.changes.ts'
import * as households from '#domain/households/household.changes.ts'
import type { Household } from '#domain/households/household.ts'
import * as needs from '#domain/needs/need.evolve.ts'
import * as promises from '#domain/promises/promise.changes.ts'
import * as visits from '#domain/visits/visit.changes.ts'
import type { Author, Change, Recorded } from './change.ts'
import { entryFor } from './decide.ts'

/**
 * The household after one accepted change. Pure and total: the same change on the same state gives the same state on
 * every machine [S7]. What was never registered stays unknown.
 */
export const evolve = (household: Household | null, recorded: Recorded): Household | null =>
  evolveEntry(
    household,
    recorded.change,
    entryFor(recorded.change, recorded.author, recorded.receivedAt, recorded.seq),
  )

/** The household as it will be when a waiting change is accepted: what the device shows meanwhile [S11]. */
export const evolvePending = (
  household: Household | null,
  change: Change,
  author: Author,
): Household | null => evolveEntry(household, change, entryFor(change, author, change.happenedAt, null))

function evolveEntry(household: Household | null, change: Change, entry: Entry): Household | null {
  if (change.kind === 'household.register')
    return household ?? households.evolveRegister(change.household, change.village, change.body, entry)
  // What was erased is known even where what it erased was never read [S15].
  if (change.kind === 'household.erase')
    return households.evolveErase(change.household, change.village, change.body)
  if (household === null || household.erased !== undefined) return household
  return evolveKnown(household, change, entry)
}

type ChangeOfKnown = Exclude<Change, { kind: 'household.register' | 'household.erase' }>

function evolveKnown(household: Household, change: ChangeOfKnown, entry: Entry): Household {
  switch (change.kind) {
    case 'household.learn':
      return households.evolveLearn(household, change.body, entry)
    case 'household.settle':
      return facts.evolveSettle(household, change.body, entry)
    case 'household.consent':
      return households.evolveConsent(household, change.body, entry)
    case 'household.decline':
      return households.evolveDecline(household, change.body)
    case 'visit.plan':
      return visits.evolvePlan(household, change.body, entry)
    case 'advice.ask':
      return visits.evolveAsk(household, change.body, entry)
    case 'advice.give':
      return visits.evolveAdvice(household, change.body, entry)
    case 'advice.expire':
      return visits.evolveExpire(household, change.body)
    case 'visit.record':
      return visits.evolveRecord(household, change.body, entry)
    case 'need.raise':
      return needs.evolveRaise(household, change.body, entry)
    case 'need.agree':
      return needs.evolveAgree(household, change.body, entry)
    case 'need.take-in-hand':
      return needs.evolveTakeInHand(household, change.body, entry)
    case 'need.do-on-the-spot':
      return needs.evolveDoOnTheSpot(household, change.body, entry)
    case 'need.refer':
      return needs.evolveRefer(household, change.body, entry)
    case 'referral.accept':
      return needs.evolveAccept(household, change.body, entry)
    case 'referral.return':
      return needs.evolveReturn(household, change.body, entry)
    case 'referral.extend':
      return needs.evolveExtendReferral(household, change.body, entry)
    case 'need.find':
      return needs.evolveFind(household, change.body, entry)
    case 'need.tell':
      return needs.evolveTell(household, change.body, entry)
    case 'need.hear-answer':
      return needs.evolveHearAnswer(household, change.body, entry)
    case 'need.withdraw':
      return needs.evolveWithdraw(household, change.body, entry)
    case 'need.note':
      return needs.evolveNote(household, change.body, entry)
    case 'promise.give':
      return promises.evolveGive(household, change.body, entry)
    case 'promise.extend':
      return promises.evolveExtend(household, change.body, entry)
    case 'promise.keep':
      return promises.evolveKeep(household, change.body, entry)
    default:
      // A kind from a newer version of the app, on this device's own disk: what it says is not known here [S19].
      change satisfies never
      return household
  }
}
