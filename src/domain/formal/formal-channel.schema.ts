import * as z from 'zod/mini'
import { formalParts } from './formal-channel.ts'

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most))
const needed = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** One line of the catalogue of the formal channel. */
export const formalLine = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,59}$/)),
  part: z.enum(formalParts),
  title: needed(60),
  plain: needed(400),
  telephone: text(40),
  forPersons: z.boolean(),
  source: text(120),
  english: z.nullable(z.strictObject({ title: needed(120), plain: needed(800) })),
  checkedBy: text(60),
})
