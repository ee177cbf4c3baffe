import * as z from 'zod/mini'
import { solarTerms } from '../../base/calendar/solar-terms.ts'
import { fits, sayingParts } from './talk-line.ts'

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most))
const needed = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const lineId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,59}$/))
const area = z.string().check(z.regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/))
const everywhere = z.union([z.literal(''), area])

const saying = z.strictObject({
  id: lineId,
  part: z.enum(sayingParts),
  zh: needed(80),
  en: text(200),
  local: z.array(z.strictObject({ area, zh: needed(80) })).check(z.maxLength(20)),
  terms: z.array(z.enum(solarTerms)).check(z.maxLength(24)),
  fits: z.array(z.enum(fits)).check(z.maxLength(6)),
})

const kin = z.strictObject({
  id: lineId,
  part: z.literal('kin'),
  area: everywhere,
  from: z.int().check(z.gte(18), z.lte(110)),
  male: needed(6),
  female: needed(6),
  english: z.strictObject({ male: needed(20), female: needed(20) }),
})

/** One line of the catalogue of the conversation card. */
export const talkLine = z.discriminatedUnion('part', [saying, kin])
