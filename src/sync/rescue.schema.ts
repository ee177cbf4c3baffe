import * as z from 'zod/mini'
import { id } from '#domain/base/fields.schema.ts'
import type { DeviceId } from '#domain/base/ids.ts'
import { recordsAtOnce, rescueVersion } from './rescue.ts'

/** The longest sealed record: the longest diary in its draft, sealed and in base64, with room. */
const longestRecord = 400_000

const base64 = z.string().check(z.maxLength(longestRecord), z.regex(/^[A-Za-z0-9+/]*={0,2}$/))

export const sealedRecord = z.strictObject({
  key: z.string().check(z.minLength(1), z.maxLength(300)),
  sealed: base64,
})

export const rescueRequest = z.strictObject({
  rescue: z.literal(rescueVersion),
  device: id<DeviceId>(),
  records: z.array(sealedRecord).check(z.maxLength(recordsAtOnce)),
})

const waiting = { change: z.unknown(), diary: z.nullable(z.string()), writtenAt: z.string() }

/** What was found under a seal. It was sealed by a device, and is looked at like anything that comes from outside. */
export const rescued = z.discriminatedUnion('shelf', [
  z.object({ from: z.string(), shelf: z.literal('outbox'), value: z.object(waiting) }),
  z.object({
    from: z.string(),
    shelf: z.literal('review'),
    value: z.object({ ...waiting, because: z.string() }),
  }),
  z.object({
    from: z.string(),
    shelf: z.literal('drafts'),
    key: z.string(),
    value: z.object({ text: z.string() }),
  }),
])
