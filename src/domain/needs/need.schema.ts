import * as z from 'zod/mini'
import { day, id, sentences, words } from '../base/fields.schema.ts'
import type { DepartmentId, NeedId, VisitId } from '../base/ids.ts'
import { categories, channels, levels, ways } from './need.ts'

const need = id<NeedId>()
const said = sentences.check(z.minLength(1))

/** Something a household would like done was heard, in its own words [H11]. */
export const needRaise = z.strictObject({
  need,
  words: said,
  saidBy: words,
  quote: sentences,
  category: z.enum(categories),
  level: z.enum(levels),
  visit: z.nullable(id<VisitId>()),
  heardOn: day,
})

/** The household agrees that it be taken forward, and says what may be told to whom it takes. */
export const needAgree = z.strictObject({ need, agreedOn: day, mayTell: sentences, keepBack: sentences })

/** A way is chosen and a next step named [H15]. */
export const needTakeInHand = z.strictObject({
  need,
  on: day,
  way: z.enum(ways),
  next: z.nullable(z.strictObject({ what: said, by: z.nullable(day) })),
})

/** Done there and then (当场办): result and telling in one [H11]. Whether it is solved, the household says. */
export const needDoOnTheSpot = z.strictObject({ need, on: day, result: said, doneBy: words })

/** The need is offered to a department, with what the household agreed may be told [H17]. */
export const needRefer = z.strictObject({
  need,
  on: day,
  department: id<DepartmentId>(),
  departmentName: words.check(z.minLength(1)),
  told: said,
})

/** The officer takes it over, with the day by which the department handles it [H21]. */
export const referralAccept = z.strictObject({ need, on: day, dueOn: day })

/** "Not ours": back to who sent it, with a reason. */
export const referralReturn = z.strictObject({ need, on: day, reason: sentences })

/** More time, with the reason that is told to the household. */
export const referralExtend = z.strictObject({ need, on: day, dueOn: day, reason: sentences })

/** What came of it: the work's result, still to be told to the household. */
export const needFind = z.strictObject({
  need,
  on: day,
  words: said,
  kind: z.enum(['done', 'cannot-be-done']),
})

/** The result was told to the household: when, how, to whom [H12]. */
export const needTell = z.strictObject({ need, on: day, channel: z.enum(channels), to: words })

const answer = {
  need,
  on: day,
  says: z.enum(['solved', 'not-solved', 'rather-not-say']),
  saidBy: words,
  words: sentences,
}

/** The household's own word on a result [H12], and how it came. */
export const needHearAnswer = z.discriminatedUnion('channel', [
  z.strictObject({ ...answer, channel: z.literal('at-the-door'), witness: words }),
  z.strictObject({ ...answer, channel: z.literal('telephone') }),
  z.strictObject({ ...answer, channel: z.literal('relay'), relay: words, relation: words }),
  z.strictObject({ ...answer, channel: z.literal('card') }),
])

/** The household no longer wants it. */
export const needWithdraw = z.strictObject({ need, on: day, words: sentences })

/** A step on the way, in words, and perhaps what comes next. */
export const needNote = z.strictObject({
  need,
  on: day,
  words: said,
  next: z.nullable(z.strictObject({ what: said, by: z.nullable(day) })),
})

export type NeedRaise = z.infer<typeof needRaise>
export type NeedAgree = z.infer<typeof needAgree>
export type NeedTakeInHand = z.infer<typeof needTakeInHand>
export type NeedDoOnTheSpot = z.infer<typeof needDoOnTheSpot>
export type NeedRefer = z.infer<typeof needRefer>
export type ReferralAccept = z.infer<typeof referralAccept>
export type ReferralReturn = z.infer<typeof referralReturn>
export type ReferralExtend = z.infer<typeof referralExtend>
export type NeedFind = z.infer<typeof needFind>
export type NeedTell = z.infer<typeof needTell>
export type NeedHearAnswer = z.infer<typeof needHearAnswer>
export type NeedWithdraw = z.infer<typeof needWithdraw>
export type NeedNote = z.infer<typeof needNote>
