import * as z from 'zod/mini'
import { day, id, sentences, words } from '../base/fields.schema.ts'
import type { VisitId } from '../base/ids.ts'
import { timesOfDay } from './visit.ts'

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

/** What the village cadre said, in the cadre's own name, typed by the cadre or as told by telephone [H2]. */
export const adviceGive = z.strictObject({
  visit,
  saidBy: words.check(z.minLength(1)),
  via: z.enum(['own-screen', 'telephone', 'paper']),
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

export type VisitPlan = z.infer<typeof visitPlan>
export type AdviceAsk = z.infer<typeof adviceAsk>
export type AdviceGive = z.infer<typeof adviceGive>
export type VisitRecord = z.infer<typeof visitRecord>
