import type { VillageCode } from '#domain/base/ids.ts'
import { parseInstant } from '#domain/base/days.ts'
import { envelope, parseChange } from '#sync/change.schema.ts'
import type { Change } from '#sync/change.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { Pushed } from '#sync/wire.ts'
import type { Db } from '../db/database.ts'
import { append, type Sender } from './append.ts'
import { insertRefusals } from './log.sql.ts'

/** A change as it came over the wire: nothing about it is known yet. */
export type Arrived = { readonly change: unknown; readonly diary: string | null }

/**
 * Takes in what a device sends, village by village, each in a transaction of its own. What has no readable shape is
 * refused as broken and kept [S5]; it blocks nothing else [S4]. What has not even an id gets no answer.
 */
export async function push(db: Db, arrived: readonly Arrived[], sender: Sender): Promise<readonly Verdict[]> {
  const read = arrived.map(one => readArrived(one))
  const verdicts = [...(await keepBroken(db, read.filter(isBroken), sender))]
  for (const [village, pushed] of byVillage(read.filter(isReadable))) {
    verdicts.push(...(await append(db, village, pushed, sender)))
  }
  return verdicts
}

type Broken = { readonly broken: ReturnType<typeof envelope.parse> }

function readArrived({ change, diary }: Arrived): Pushed | Broken | null {
  const enveloped = envelope.safeParse(change)
  if (!enveloped.success) return null
  const happenedAt = parseInstant(enveloped.data.happenedAt)
  const parsed = happenedAt === null ? null : parseChange({ ...enveloped.data, happenedAt })
  return parsed === null ? { broken: enveloped.data } : { change: parsed, diary }
}

const isBroken = (one: Pushed | Broken | null): one is Broken => one !== null && 'broken' in one
const isReadable = (one: Pushed | Broken | null): one is Pushed => one !== null && 'change' in one

async function keepBroken(db: Db, broken: readonly Broken[], sender: Sender): Promise<readonly Verdict[]> {
  if (broken.length === 0) return []
  const because = 'broken-change'
  const rows = broken.map(({ broken: change }) => ({
    village_code: change.village,
    change_id: change.id,
    because,
    author_id: sender.actor.id,
    device_id: sender.device,
    received_at: sender.now,
    change,
  }))
  await db.transaction().execute(tx => insertRefusals(tx, rows))
  return broken.map(({ broken: { id } }) => ({ id, ok: false, because }))
}

function byVillage(pushed: readonly Pushed[]): ReadonlyMap<VillageCode, readonly Pushed[]> {
  const villages = new Map<VillageCode, Pushed[]>()
  for (const one of pushed) {
    const { village }: Change = one.change
    villages.set(village, [...(villages.get(village) ?? []), one])
  }
  return villages
}
