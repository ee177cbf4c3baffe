import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instantOf } from '#domain/base/days.ts'
import { asId, asVillageCode, type HouseholdId, type NeedId } from '#domain/base/ids.ts'
import { asDay } from '#domain/base/days.ts'
import { change } from '#test/builders/changes.ts'
import { startServed, WireDevice, type Served } from './served.ts'

let folder: string
let served: Served | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-kill-'))
})
afterEach(async () => {
  await served?.stop()
  await rm(folder, { recursive: true, force: true })
})

const families = ['wang', 'zhao', 'liu', 'deng', 'luo', 'xie', 'chen', 'ke'].map(name =>
  asId<HouseholdId>(`demo-family-${name}`),
)
const nobody = asId<HouseholdId>('demo-family-none')
const gaoqiao = asVillageCode('420325102213')

/** Forty batches of needs heard in eight families: enough that a kill falls in the middle. */
const batches = () =>
  Array.from({ length: 40 }, (_, batch) =>
    Array.from({ length: 8 }, (_, at) =>
      change(
        'need.raise',
        {
          need: asId<NeedId>(`killed-need-${batch}-${at}`),
          words: '门口那截路',
          saidBy: '守田叔',
          quote: '',
          category: 'infrastructure',
          level: 'household',
          visit: null,
          heardOn: asDay('2026-04-16'),
        },
        {
          id: asId(`killed-change-${batch}-${at}`),
          village: gaoqiao,
          household: families[at] ?? nobody,
          happenedAt: instantOf(Date.now() - 60_000),
        },
      ),
    ),
  )

/** Sends batch after batch until the answers stop coming; what came back is what the phone believes. */
async function sendUntilSilent(device: WireDevice): Promise<Map<string, number>> {
  const acknowledged = new Map<string, number>()
  for (const batch of batches()) {
    const verdicts = await device.send(batch)
    if (verdicts === null) break
    for (const { id, seq } of verdicts) acknowledged.set(id, seq ?? 0)
  }
  return acknowledged
}

async function killedMidway(kill: (served: Served) => Promise<void>): Promise<void> {
  served = await startServed(folder)
  const device = await WireDevice.signIn(served.address, 'zhoumin')
  const [acknowledged] = await Promise.all([
    sendUntilSilent(device),
    wait(250).then(() => served && kill(served)),
  ])
  expect(acknowledged.size).toBeLessThan(320)
  await served.killServer()
  served = await startServed(folder)
  const again = await WireDevice.signIn(served.address, 'zhoumin')
  const all = new Map<string, number>()
  for (const batch of batches()) {
    for (const { id, ok, seq } of (await again.send(batch)) ?? []) {
      expect(ok).toBe(true)
      all.set(id, seq ?? 0)
    }
  }
  // Nothing acknowledged is lost or has another number; nothing is there twice; nothing that was sent is missing.
  for (const [id, seq] of acknowledged) expect(all.get(id)).toBe(seq)
  expect(all.size).toBe(320)
  expect(new Set(all.values()).size).toBe(320)
}

test('[S1] [S2] kill -9 of the server in the middle of a sync: nothing acknowledged is lost, nothing applied twice', async () => {
  await killedMidway(one => one.killServer())
}, 120_000)

test('[S1] [S2] kill -9 of PostgreSQL in the middle of commits: nothing acknowledged is lost, nothing applied twice', async () => {
  await killedMidway(one => one.killPostgres())
}, 120_000)
