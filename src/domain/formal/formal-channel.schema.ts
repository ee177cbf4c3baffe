import * as z from 'zod/mini'
import { day } from '../base/fields.schema.ts'
import { formalParts } from './formal-channel.ts'

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most))
const needed = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))

/** One line of the catalogue of the formal channel. */
export const formalLine = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,59}$/)),
  part: z.enum(formalParts),
  title: needed(60),
  plain: needed(400),
  openWhen: z._default(text(60), ''),
  telephone: text(40),
  forPersons: z.boolean(),
  area: z._default(
    z.union([z.literal(''), z.string().check(z.regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/))]),
    '',
  ),
  validUntil: z._default(z.nullable(day), null),
  source: text(120),
  english: z.nullable(
    z.strictObject({ title: needed(120), plain: needed(800), openWhen: z._default(text(120), '') }),
  ),
  checkedBy: text(60),
})
