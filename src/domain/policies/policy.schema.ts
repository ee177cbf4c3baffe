import * as z from 'zod/mini'
import { day } from '../base/fields.schema.ts'

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most))
const needed = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** One line of the policy catalogue. */
export const policyLine = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,59}$/)),
  title: needed(60),
  plain: needed(600),
  entitled: needed(600),
  papers: z.array(needed(60)).check(z.maxLength(12)),
  place: text(120),
  validUntil: z.nullable(day),
  source: needed(200),
  sourceOn: z.nullable(day),
  checkedBy: text(60),
})
