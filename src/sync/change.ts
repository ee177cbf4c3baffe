import type { ChangeId, HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Instant } from '#domain/base/days.ts'
import type { PersonNamed, Role } from '#domain/base/people.ts'
import type * as households from '#domain/households/household.schema.ts'
import type * as needs from '#domain/needs/need.schema.ts'
import type * as promises from '#domain/promises/promise.schema.ts'
import type * as visits from '#domain/visits/visit.schema.ts'

/** What each kind of change says. A change is an act in the visitor's words, never a column write. */
export type Bodies = {
  'household.register': households.HouseholdRegister
  'household.learn': households.HouseholdLearn
  'household.settle': households.HouseholdSettle
  'household.consent': households.HouseholdConsent
  'household.decline': households.HouseholdDecline
  'household.erase': households.HouseholdErase
  'visit.plan': visits.VisitPlan
  'advice.ask': visits.AdviceAsk
  'advice.give': visits.AdviceGive
  'advice.expire': visits.AdviceExpire
  'visit.record': visits.VisitRecord
  'need.raise': needs.NeedRaise
  'need.agree': needs.NeedAgree
  'need.take-in-hand': needs.NeedTakeInHand
  'need.do-on-the-spot': needs.NeedDoOnTheSpot
  'need.refer': needs.NeedRefer
  'referral.accept': needs.ReferralAccept
  'referral.return': needs.ReferralReturn
  'referral.extend': needs.ReferralExtend
  'need.find': needs.NeedFind
  'need.tell': needs.NeedTell
  'need.hear-answer': needs.NeedHearAnswer
  'need.withdraw': needs.NeedWithdraw
  'need.note': needs.NeedNote
  'promise.give': promises.PromiseGive
  'promise.extend': promises.PromiseExtend
  'promise.keep': promises.PromiseKeep
}

export type Kind = keyof Bodies

/** A change of one kind. Its id is made on the device, once [S1]. */
export type ChangeOf<K extends Kind> = {
  readonly id: ChangeId
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly kind: K
  readonly body: Bodies[K]
  /** When the person wrote it down, by the device's clock, kept as said [S18]. */
  readonly happenedAt: Instant
  /** The changes it builds on; where one of them is refused, it is refused with that reason [S4]. */
  readonly after: readonly ChangeId[]
}

export type Change = { [K in Kind]: ChangeOf<K> }[Kind]

/** Who wrote a change, as the log names them. */
export type Author = PersonNamed & { readonly role: Role }

/** A change that the log has accepted, under its number. */
export type Recorded = {
  readonly seq: number
  readonly change: Change
  readonly author: Author
  readonly receivedAt: Instant
}

/** Whether a change takes words of earlier ones from the log and from devices [H2] [S15]. */
export const takesWords = ({ kind }: Change): boolean =>
  kind === 'household.erase' || kind === 'advice.expire'
