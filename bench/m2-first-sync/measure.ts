import type { Endings } from '../run/endings.ts'
import { cookieOf } from '../province/people.ts'
import { planFor } from '../province/plan.ts'
import { provincePassword } from '../province/seed.ts'
import { cpuTimeOf, cpuTimeOfFamily } from '../run/cpu-time.ts'
import { round, spread } from '../run/figures.ts'
import { layGround, tell, type Ground } from '../run/ground.ts'
import type { Measured, Wanted } from '../run/measured.ts'
import { askOtherProcess } from '../run/other-process.ts'
import type { FirstSyncAnswer, FirstSyncOrder, NewDevice } from './load.in-other-process.ts'

const hall = 1000
const inSequenceAtOnce = 16
const signIns = 10

/**
 * The training day: a thousand devices in one hall ask for everything at the same moment, on a server that has served
 * nobody yet; then all devices one after the other. Signing in is measured apart: a password is dear to look at, on purpose.
 */
export async function measureFirstSyncs(
  { households, seconds }: Wanted,
  endings: Endings,
): Promise<Measured> {
  const ground = await layGround(planFor(households), endings)
  const devices = devicesOf(ground)
  const ask = (order: Omit<FirstSyncOrder, 'address'>) =>
    askOtherProcess<FirstSyncOrder, FirstSyncAnswer>(
      'm2-first-sync/load.in-other-process.ts',
      { address: ground.address, ...order },
      endings,
    )
  // Where there are fewer devices than places in the hall, some sit there twice.
  const inHall = Array.from({ length: hall }, (_, at) => devices[at % devices.length]).filter(
    one => one !== undefined,
  )
  const atOnce = await ask({ devices: inHall, atOnce: hall, seconds: 0 })
  tell(`${hall} at once: ${round(atOnce.seconds, 1)} s`)
  const before = cpuNow(ground)
  const inSequence = await ask({ devices, atOnce: inSequenceAtOnce, seconds })
  const after = cpuNow(ground)
  const perSecond = inSequence.syncs / inSequence.seconds
  return {
    households: ground.province.households,
    villages: ground.province.villages.length,
    devices: devices.length,
    hall: {
      devices: hall,
      seconds: round(atOnce.seconds, 1),
      milliseconds: spread(atOnce.milliseconds),
      turnedAway: atOnce.turnedAway,
    },
    sustained: {
      syncs: inSequence.syncs,
      seconds: round(inSequence.seconds, 1),
      syncsPerSecond: round(perSecond),
      milliseconds: spread(inSequence.milliseconds),
      roundsASync: round(inSequence.rounds / inSequence.syncs, 2),
      bytesASync: round(inSequence.bytesDown / inSequence.syncs),
      processorMillisecondsASync: {
        server: round((after.server - before.server) / inSequence.syncs, 2),
        database: round((after.database - before.database) / inSequence.syncs, 2),
      },
    },
    signInMilliseconds: spread(await timeSignIns(ground)),
    floorSyncsPerSecond: 400,
    ratio: round(400 / perSecond, 2),
  }
}

const cpuNow = ({ server, postmaster }: Ground) => ({
  server: cpuTimeOf(server.pid ?? 0),
  database: cpuTimeOfFamily(postmaster),
})

const devicesOf = ({ province }: Ground): readonly NewDevice[] =>
  province.visitors.map(({ actor, device, token, villages }) => ({
    cookie: cookieOf(token, province.secret),
    person: actor.id,
    device,
    households: villages.length * (province.households / province.villages.length),
  }))

async function timeSignIns({ province, address }: Ground): Promise<readonly number[]> {
  const times: number[] = []
  for (const { username } of province.visitors.slice(0, signIns)) {
    const began = performance.now()
    const answer = await fetch(`${address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: provincePassword }),
    })
    if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}`)
    await answer.arrayBuffer()
    times.push(performance.now() - began)
  }
  return times
}
