import * as z from 'zod/mini'
import { day, id, sentences, words } from '../base/fields.schema.ts'
import type { VisitId } from '../base/ids.ts'
import { adviceWays, readinessReasons, timesOfDay } from './visit.ts'

const visit = id<VisitId>()
const companions = z.array(words.check(z.minLength(1))).check(z.maxLength(10))

/** A visit is planned: a day, a time when people are home, what it is for, who comes along [H5]. */
export const visitPlan = z.strictObject({
  visit,
  on: day,
  time: z.nullable(z.enum(timesOfDay)),
  purpose: sentences,
  companions,
})

/** The village cadre is asked how to arrive well [H2]. */
export const adviceAsk = z.strictObject({ visit })

/** What the village cadre said, in the cadre's own name, typed by the cadre on the own phone or by a link, or as told by telephone or written on paper [H2]. */
export const adviceGive = z.strictObject({
  visit,
  saidBy: words.check(z.minLength(1)),
  via: z.enum(adviceWays),
  saidOn: day,
  when: z.nullable(z.enum(timesOfDay)),
  address: words,
  mindful: words,
  words: sentences,
  leaveAlone: z.enum(['no', 'yes', 'unclear']),
})

/** A visit is recorded afterwards. Its story is no part of the change: it is kept apart and can be erased [H8]. */
export const visitRecord = z.strictObject({
  visit,
  on: day,
  time: z.nullable(z.enum(timesOfDay)),
  companions,
  outcome: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('held') }),
    z.strictObject({ is: z.literal('nobody-home') }),
    z.strictObject({ is: z.literal('another-day'), notBefore: day }),
  ]),
})

/**
 * What a village cadre said for a visit is over: it is taken from everywhere [H2]. What followed from it stays: the day
 * on which the village was asked, and what the visit said of its readiness.
 */
export const adviceExpire = z.strictObject({
  visit,
  saidBefore: day,
  askedOn: z.nullable(day),
  unready: z.nullable(z.array(z.enum(readinessReasons)).check(z.maxLength(10))),
})

export type VisitPlan = z.infer<typeof visitPlan>
export type AdviceAsk = z.infer<typeof adviceAsk>
export type AdviceExpire = z.infer<typeof adviceExpire>
export type AdviceGive = z.infer<typeof adviceGive>
export type VisitRecord = z.infer<typeof visitRecord>
