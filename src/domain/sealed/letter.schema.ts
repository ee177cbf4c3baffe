import * as z from 'zod/mini'
import { id } from '../base/fields.schema.ts'
import type { LetterId, PersonId } from '../base/ids.ts'

const base64 = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9+/]{16,}={0,2}$/), z.maxLength(most))

export const sealedShare = z.strictObject({
  for: id<PersonId>(),
  with: id<PersonId>(),
  sealed: base64(400),
  under: z.optional(z.string().check(z.regex(/^[A-Za-z0-9+/]{16}$/))),
})

export const sealedLetter = z.strictObject({
  id: id<LetterId>(),
  receipt: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  body: base64(60_000),
  shares: z.array(sealedShare).check(z.minLength(2), z.maxLength(40)),
})

export const openerKey = z.strictObject({
  key: base64(120),
  wrapped: z.strictObject({
    wrapped: base64(400),
    iv: base64(40),
    salt: base64(60),
    memory: z.int().check(z.gte(19_456), z.lte(262_144)),
    passes: z.int().check(z.gte(1), z.lte(16)),
  }),
})

export const openerNamed = z.strictObject({ person: id<PersonId>() })
export const keyTurned = z.strictObject({ shares: z.array(sealedShare).check(z.maxLength(20)) })
export const letterResealed = z.strictObject({
  shares: z.array(sealedShare).check(z.minLength(2), z.maxLength(40)),
})
export const letterAnswered = z.strictObject({ answer: base64(40_000) })
