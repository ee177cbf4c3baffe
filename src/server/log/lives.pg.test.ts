import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualLimits, type Logs } from '#sync/log/ground.ts'
import { newVillageLog, type LogState } from '#sync/log/memory-log.ts'
import { newReplica, type Replica } from '#sync/replica.ts'
import { logsAt, teamAmong } from '#sync/simulation/server.ts'
import { canonical } from '#sync/checksum.ts'
import { gaoqiao, heLan, otherVillage, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { openVillages } from '#test/builders/village-in-database.ts'
import { enlistTeam } from '#test/log/enlist-team.ts'
import { pullAll } from '#test/log/contract.ts'
import { lives, sayTo, type Said } from '#test/log/lives.ts'
import type { Database } from '../db/database.ts'
import { logsOn } from './ground.ts'
import { verifyVillage } from './verify.ts'

/** Small, so that a life of two families comes in snapshots of several parts and in answers of a few changes. */
const limits = { ...usualLimits, changesInOneAnswer: 7, statesAreLess: 40, householdsInPart: 1 }
const team = [zhouMin, tianJianguo, heLan]

type Place = { readonly logs: Logs; readonly unpack: (part: string) => Promise<string> }

function inMemory(): Place {
  let state: LogState = {
    epoch: 'epoch-one',
    villages: new Map([
      [gaoqiao, newVillageLog('高桥村')],
      [otherVillage, newVillageLog('上湾村')],
    ]),
    refusals: [],
  }
  const logs = logsAt({ get: () => state, set: next => (state = next), teamOf: teamAmong(team) })
  return { logs: { ...logs, limits }, unpack: text => Promise.resolve(text) }
}

const inPostgres = ({ db }: Database): Place => ({
  logs: { ...logsOn(db), limits },
  unpack: part => Promise.resolve(gunzipSync(Buffer.from(part, 'base64')).toString('utf8')),
})

/** Lives the same in both, answer for answer; a device that was there half way is kept. */
async function liveInBoth(life: readonly Said[], memory: Place, postgres: Place): Promise<Replica> {
  let half: Replica = newReplica(gaoqiao)
  const verdicts = new Map<string, string>()
  for (const [at, said] of life.entries()) {
    const [one, other] = [await sayTo(memory, said, at), await sayTo(postgres, said, at)]
    expect(canonical(other)).toBe(canonical(one))
    const [verdict] = one.verdicts
    if (verdict !== undefined) {
      const before = verdicts.get(verdict.id)
      if (before !== undefined) expect(canonical(verdict)).toBe(before)
      verdicts.set(verdict.id, canonical(verdict))
    }
    if (at === Math.floor(life.length / 2)) half = await pullAll(postgres, zhouMin, half)
  }
  return half
}

test('[S1] [S4] [S5] [S7] [S8] [S12] [S15] whatever is said, the log in memory and the one in PostgreSQL answer the same', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async life => {
      const database = await openVillages()
      try {
        await enlistTeam(database)
        const [memory, postgres] = [inMemory(), inPostgres(database)]
        const half = await liveInBoth(life, memory, postgres)
        const whole = await postgres.logs.store.statesAfter(gaoqiao, 0)
        expect(canonical(told(whole))).toBe(canonical(told(await memory.logs.store.statesAfter(gaoqiao, 0))))
        // In one step or in two, from either, it is the same village.
        for (const start of [half, newReplica(gaoqiao)])
          for (const place of [memory, postgres])
            expect((await pullAll(place, zhouMin, start)).checksum).toBe(whole?.checksumTeam)
        expect(await verifyVillage(database.db, gaoqiao)).toMatchObject({ is: 'sound' })
      } finally {
        await database.close()
      }
    }),
    { numRuns: 6, seed: 20260416, endOnFailure: true },
  )
}, 300_000)

type Whole = Awaited<ReturnType<Logs['store']['statesAfter']>>

/** The village as both tell it; the log in memory gives its other columns as well. */
const told = (whole: Whole) =>
  whole === null
    ? null
    : {
        head: whole.head,
        team: whole.checksumTeam,
        cadre: whole.checksumCadre,
        states: whole.states.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      }
