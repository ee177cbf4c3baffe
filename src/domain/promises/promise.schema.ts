import * as z from 'zod/mini'
import { day, id, sentences } from '../base/fields.schema.ts'
import type { NeedId, PromiseId } from '../base/ids.ts'

const promise = id<PromiseId>()

/** Words are given to a household [H20]. */
export const promiseGive = z.strictObject({
  promise,
  need: z.nullable(id<NeedId>()),
  words: sentences.check(z.minLength(1)),
  givenOn: day,
  dueOn: z.nullable(day),
})

/** A promise is given more time, with the reason that was told to the household. */
export const promiseExtend = z.strictObject({
  promise,
  to: day,
  reason: sentences.check(z.minLength(1)),
  toldOn: day,
})

/** A promise was kept: when, and how the household saw it. */
export const promiseKeep = z.strictObject({ promise, on: day, how: sentences })

export type PromiseGive = z.infer<typeof promiseGive>
export type PromiseExtend = z.infer<typeof promiseExtend>
export type PromiseKeep = z.infer<typeof promiseKeep>
