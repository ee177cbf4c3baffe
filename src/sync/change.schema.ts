import * as z from 'zod/mini'
import { id, instant, villageCode } from '#domain/base/fields.schema.ts'
import type { ChangeId, HouseholdId } from '#domain/base/ids.ts'
import * as households from '#domain/households/household.schema.ts'
import * as needs from '#domain/needs/need.schema.ts'
import * as promises from '#domain/promises/promise.schema.ts'
import * as visits from '#domain/visits/visit.schema.ts'
import type { Change, Kind } from './change.ts'

/** The schema of each kind's body: what is not of this shape is refused as `broken-change`, and kept [S5]. */
export const bodySchemas = {
  'household.register': households.householdRegister,
  'household.learn': households.householdLearn,
  'household.settle': households.householdSettle,
  'household.consent': households.householdConsent,
  'household.decline': households.householdDecline,
  'household.erase': households.householdErase,
  'visit.plan': visits.visitPlan,
  'advice.ask': visits.adviceAsk,
  'advice.give': visits.adviceGive,
  'advice.expire': visits.adviceExpire,
  'visit.record': visits.visitRecord,
  'need.raise': needs.needRaise,
  'need.agree': needs.needAgree,
  'need.take-in-hand': needs.needTakeInHand,
  'need.do-on-the-spot': needs.needDoOnTheSpot,
  'need.refer': needs.needRefer,
  'referral.accept': needs.referralAccept,
  'referral.return': needs.referralReturn,
  'referral.extend': needs.referralExtend,
  'need.find': needs.needFind,
  'need.tell': needs.needTell,
  'need.hear-answer': needs.needHearAnswer,
  'need.withdraw': needs.needWithdraw,
  'need.note': needs.needNote,
  'promise.give': promises.promiseGive,
  'promise.extend': promises.promiseExtend,
  'promise.keep': promises.promiseKeep,
} as const satisfies Record<Kind, z.ZodMiniType>

/** What every change has around its body. A change that lacks even this has no id to answer to. */
export const envelope = z.strictObject({
  id: id<ChangeId>(),
  village: villageCode,
  household: id<HouseholdId>(),
  kind: z.string().check(z.maxLength(64)),
  body: z.unknown(),
  happenedAt: instant,
  after: z.array(id<ChangeId>()).check(z.maxLength(20)),
})

export type Envelope = z.infer<typeof envelope>

/** Reads a change out of its envelope; null where its kind is not known or its body has another shape. */
export function parseChange(enveloped: Envelope): Change | null {
  if (!isKind(enveloped.kind)) return null
  const body = bodySchemas[enveloped.kind].safeParse(enveloped.body)
  // The body has just been read by the schema of this very kind.
  return body.success ? ({ ...enveloped, body: body.data } as Change) : null
}

const isKind = (word: string): word is Kind => Object.hasOwn(bodySchemas, word)
