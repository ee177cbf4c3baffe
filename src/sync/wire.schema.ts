import * as z from 'zod/mini'
import { id, instant, villageCode } from '#domain/base/fields.schema.ts'
import type { DeviceId, HouseholdId, OpeningId } from '#domain/base/ids.ts'

/** A story's greatest length: some twenty pages, far beyond any visit. */
export const longestDiary = 20_000

export const opening = z.strictObject({
  id: id<OpeningId>(),
  village: villageCode,
  household: id<HouseholdId>(),
  why: z.enum(['prepare', 'follow-up', 'advise', 'look']),
  openedAt: instant,
})

/**
 * What a device sends. Each change, story and opening is read by itself, so that a broken one never blocks another [S4].
 */
export const syncRequest = z.strictObject({
  wire: z.int(),
  device: id<DeviceId>(),
  epoch: z.nullable(z.string().check(z.maxLength(64))),
  changes: z
    .array(
      z.strictObject({
        change: z.unknown(),
        diary: z.unknown(),
      }),
    )
    .check(z.maxLength(500)),
  openings: z.array(z.unknown()).check(z.maxLength(500)),
  villages: z
    .array(
      z.strictObject({
        code: villageCode,
        cursor: z.int().check(z.gte(0)),
        checksum: z.nullable(z.int()),
      }),
    )
    .check(z.maxLength(200)),
})

export type SyncRequestParsed = z.infer<typeof syncRequest>
