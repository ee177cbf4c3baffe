import * as z from 'zod/mini'
import { id, instant, villageCode } from '#domain/base/fields.schema.ts'
import type { ChangeId, DeviceId, HouseholdId, OpeningId, PersonId } from '#domain/base/ids.ts'

/** A story's greatest length: some twenty pages, far beyond any visit. */
export const longestDiary = 20_000

export const opening = z.strictObject({
  id: id<OpeningId>(),
  village: villageCode,
  household: id<HouseholdId>(),
  why: z.enum(['prepare', 'follow-up', 'advise', 'look']),
  openedAt: instant,
})

const changes = z
  .array(
    z.strictObject({
      change: z.unknown(),
      diary: z.unknown(),
    }),
  )
  .check(z.maxLength(500))

const cursor = {
  code: villageCode,
  cursor: z.int().check(z.gte(0)),
  checksum: z.nullable(z.int()),
}

const said = {
  device: id<DeviceId>(),
  epoch: z.nullable(z.string().check(z.maxLength(64))),
  changes,
  openings: z.array(z.unknown()).check(z.maxLength(500)),
}

/** So many villages may one person hold: a leader of a whole county's teams has some hundreds. */
const mostVillages = 5000
/** What the first wire allowed. */
const mostVillages1 = 200

/** What a device of the first wire sends [S19]. */
export const syncRequest1 = z.strictObject({
  wire: z.literal(1),
  ...said,
  villages: z.array(z.strictObject(cursor)).check(z.maxLength(mostVillages1)),
})

const parts = z.strictObject({ upTo: z.int().check(z.gte(0)), got: z.int().check(z.gte(0)) })

const report = z.strictObject({
  app: z.string().check(z.maxLength(64)),
  waiting: z.int().check(z.gte(0)),
  oldestAt: z.nullable(instant),
  forReview: z.int().check(z.gte(0)),
  notStored: z.boolean(),
})

const handingOver = z.strictObject({
  change: id<ChangeId>(),
  village: villageCode,
  to: id<PersonId>(),
  diary: z.nullable(z.string().check(z.maxLength(longestDiary))),
})

/**
 * What a device sends. Each change, story and opening is read by itself, so that a broken one never blocks another [S4].
 */
export const syncRequest = z.strictObject({
  wire: z.literal(2),
  ...said,
  villages: z.array(z.strictObject({ ...cursor, parts: z.nullable(parts) })).check(z.maxLength(mostVillages)),
  room: z.int().check(z.gte(0)),
  report,
  handOver: z.array(handingOver).check(z.maxLength(100)),
  taken: z.array(id<ChangeId>()).check(z.maxLength(500)),
})

export type SyncRequestParsed = z.infer<typeof syncRequest>
