import { openDatabase, type Db } from '#server/db/database.ts'
import { verifyVillage } from '#server/log/verify.ts'
import type { HouseholdId } from '#domain/base/ids.ts'
import { cookieOf } from '../province/people.ts'
import { planFor } from '../province/plan.ts'
import type { Endings } from '../run/endings.ts'
import { round, spread } from '../run/figures.ts'
import { layGround, type Ground } from '../run/ground.ts'
import type { Measured, Wanted } from '../run/measured.ts'
import { askOtherProcess } from '../run/other-process.ts'
import type { FloorAnswer, FloorOrder } from './floor.in-other-process.ts'
import type { EveningAnswer, EveningDevice, EveningOrder } from './load.in-other-process.ts'

const visitsEach = 4
/** So many devices sync at one moment; the others wait for a line. */
const atOnce = 16
const villagesVerified = 20

/** The evening peak: every device pushes its four visits and pulls, over and over; then the bare transaction as the floor. */
export async function measureEvening({ households, seconds }: Wanted, endings: Endings): Promise<Measured> {
  const ground = await layGround(planFor(households), endings)
  const { db, close } = openDatabase(ground.databaseUrl, () => undefined, 4)
  endings.add(close)
  const evening = await askOtherProcess<EveningOrder, EveningAnswer>(
    'm1-evening/load.in-other-process.ts',
    {
      address: ground.address,
      epoch: ground.province.epoch,
      devices: await devicesOf(ground, db),
      visitsEach,
      atOnce,
      seconds,
      server: ground.server.pid ?? 0,
      postmaster: ground.postmaster,
    },
    endings,
  )
  const kept = await countKept(db, ground, evening)
  const floor = await askOtherProcess<FloorOrder, FloorAnswer>(
    'm1-evening/floor.in-other-process.ts',
    {
      databaseUrl: ground.databaseUrl,
      villages: ground.province.villages,
      atOnce,
      seconds: Math.max(5, seconds / 2),
    },
    endings,
  )
  const ours = evening.accepted / evening.seconds
  const bare = floor.changes / floor.seconds
  const { province } = ground
  return {
    households: province.households,
    villages: province.villages.length,
    devices: province.visitors.length,
    evenings: evening.evenings,
    seconds: round(evening.seconds, 1),
    changes: evening.accepted,
    changesPerSecond: round(ours),
    syncsPerSecond: round(evening.milliseconds.length / evening.seconds),
    syncMilliseconds: spread(evening.milliseconds),
    bytesASync: {
      up: round(evening.bytesUp / evening.milliseconds.length),
      down: round(evening.bytesDown / evening.milliseconds.length),
    },
    packedAs: evening.encodings,
    processorMillisecondsASync: evening.processor,
    ...kept,
    floorChangesPerSecond: round(bare),
    floorTransactionsPerSecond: round(floor.transactions / floor.seconds),
    ratio: round(bare / ours, 2),
  }
}

/** Every visitor's device, after its first sync; the families of a village are shared out among its visitors. */
async function devicesOf({ province }: Ground, db: Db): Promise<readonly EveningDevice[]> {
  const heads = new Map<string, number>()
  for (const { code, head } of await db.selectFrom('villages').select(['code', 'head']).execute())
    heads.set(code, head)
  const families = new Map<string, HouseholdId[]>()
  for (const { village_code, household_id } of await db
    .selectFrom('households')
    .select(['village_code', 'household_id'])
    .orderBy('household_id')
    .execute())
    // What is in the column is an id the seeding has made.
    families.set(village_code, [...(families.get(village_code) ?? []), household_id as HouseholdId])
  return province.teams.flatMap(({ visitors, villages: [village] }) =>
    visitors.flatMap(({ actor, device, token }, at) =>
      village === undefined
        ? []
        : [
            {
              cookie: cookieOf(token, province.secret),
              person: actor.id,
              device,
              village,
              cursor: heads.get(village) ?? 0,
              households: (families.get(village) ?? []).filter((_, place) => place % visitors.length === at),
            },
          ],
    ),
  )
}

/** Nothing lost: the log holds what was there and what was accepted, and a sample of villages verifies from its first change. */
async function countKept(db: Db, { province }: Ground, evening: EveningAnswer) {
  const { count } = await db
    .selectFrom('changes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const lost = evening.sent - (Number(count) - province.changes)
  const step = Math.max(1, Math.floor(province.villages.length / villagesVerified))
  const sample = province.villages.filter((_, at) => at % step === 0)
  const broken: string[] = []
  for (const village of sample) {
    const verified = await verifyVillage(db, village)
    if (verified.is === 'broken') broken.push(`${village} ${verified.what} ${verified.at}`)
  }
  if (lost !== 0 || evening.accepted !== evening.sent || broken.length > 0)
    throw new Error(
      `Not all is kept: ${evening.sent} sent, ${evening.accepted} accepted (${evening.notAccepted.join(', ')}), ${lost} lost; ${broken.join('; ')}`,
    )
  return { lost, villagesVerified: sample.length }
}
