import * as z from 'zod/mini'
import type { ChangeId, VillageCode } from '#domain/base/ids.ts'
import { parseInstant } from '#domain/base/days.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import { longestDiary } from '#sync/wire.schema.ts'
import { envelope, parseChange } from '#sync/change.schema.ts'
import type { Change } from '#sync/change.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { Pushed } from '#sync/wire.ts'
import type { Db } from '../db/database.ts'
import { append, type Sender } from './append.ts'
import { insertRefusals } from './log.sql.ts'

/** A change as it came over the wire: nothing about it is known yet. */
export type Arrived = { readonly change: unknown; readonly diary: unknown }

/**
 * Takes in what a device sends, village by village, each in a transaction of its own. What has no readable shape is
 * refused as broken and kept [S5]; it blocks nothing else [S4]. What has not even an id gets no answer: no device of ours makes such a one.
 */
export async function push(db: Db, arrived: readonly Arrived[], sender: Sender): Promise<readonly Verdict[]> {
  const read = arrived.map(one => readArrived(one))
  const verdicts = [...(await keepBroken(db, read.filter(isBroken), sender))]
  for (const [village, pushed] of byVillage(read.filter(isReadable))) {
    verdicts.push(...(await append(db, village, pushed, sender)))
  }
  return verdicts
}

/** A change that cannot be judged, as it came: nothing of it is known but its id. */
type Broken = {
  readonly broken: { readonly id: ChangeId; readonly village: string; readonly change: unknown }
  readonly because: Refusal
}

const named = z.looseObject({ id: z.string().check(z.minLength(1), z.maxLength(200)) })

function readArrived({ change, diary }: Arrived): Pushed | Broken | null {
  const enveloped = envelope.safeParse(change)
  if (!enveloped.success) {
    const { data } = named.safeParse(change)
    // The device knows it by that text, whatever else is wrong with it.
    return data === undefined
      ? null
      : brokenOne({ id: data.id as ChangeId, village: '', change }, 'broken-change')
  }
  const broken = { ...enveloped.data, change }
  const happenedAt = parseInstant(enveloped.data.happenedAt)
  const parsed = happenedAt === null ? null : parseChange({ ...enveloped.data, happenedAt })
  if (parsed === null || (diary !== null && typeof diary !== 'string'))
    return brokenOne(broken, 'broken-change')
  if (diary !== null && diary.length > longestDiary) return brokenOne(broken, 'diary-too-long')
  return { change: parsed, diary }
}

const brokenOne = ({ id, village, change }: Broken['broken'], because: Refusal): Broken => ({
  broken: { id, village, change },
  because,
})

const isBroken = (one: Pushed | Broken | null): one is Broken => one !== null && 'broken' in one
const isReadable = (one: Pushed | Broken | null): one is Pushed => one !== null && 'change' in one

async function keepBroken(db: Db, broken: readonly Broken[], sender: Sender): Promise<readonly Verdict[]> {
  if (broken.length === 0) return []
  const rows = broken.map(({ broken: { id, village, change }, because }) => ({
    village_code: village,
    change_id: id,
    because,
    author_id: sender.actor.id,
    device_id: sender.device,
    received_at: sender.now,
    change,
  }))
  await db.transaction().execute(tx => insertRefusals(tx, rows))
  return broken.map(({ broken: { id }, because }) => ({ id, ok: false, because }))
}

function byVillage(pushed: readonly Pushed[]): ReadonlyMap<VillageCode, readonly Pushed[]> {
  const villages = new Map<VillageCode, Pushed[]>()
  for (const one of pushed) {
    const { village }: Change = one.change
    villages.set(village, [...(villages.get(village) ?? []), one])
  }
  return villages
}
