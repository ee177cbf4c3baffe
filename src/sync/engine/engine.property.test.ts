import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  constant,
  type Arbitrary,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, type ChangeId, type NeedId, type VisitId } from '#domain/base/ids.ts'
import { noon, today, wangFamily, fuFamily } from '#test/builders/changes.ts'
import { gaoqiao, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { checksumOf } from '../checksum.ts'
import { createDevice, type Fate, type SimulatedDevice } from '../simulation/device.ts'
import type { Weather, World } from '../simulation/network.ts'
import { newWorld } from '../simulation/world.ts'
import type { ServerState } from '../simulation/server.ts'
import type { Act } from './act.ts'
import { shownHousehold } from './shown.ts'

const at = integer({ min: 0, max: 1 })
const few = integer({ min: 0, max: 3 })
const household = constantFrom(wangFamily, fuFamily)
const weathers = array(constantFrom<Weather>('fine', 'lost', 'unanswered', 'twice', 'signed-out', 'down'), {
  maxLength: 3,
})
const fates = array(constantFrom<Fate>('stored', 'stored', 'full', 'dies-before', 'dies-after'), {
  maxLength: 3,
})

/** What can happen: somebody writes (often the same thing as a colleague), a sync in any weather, crashes, restores. */
const steps = array(
  oneof(
    {
      weight: 6,
      arbitrary: record({
        is: constant<'write'>('write'),
        at,
        what: integer({ min: 0, max: 4 }),
        few,
        household,
      }),
    },
    { weight: 5, arbitrary: record({ is: constant<'sync'>('sync'), at, weathers, fates }) },
    { weight: 1, arbitrary: record({ is: constant<'restart'>('restart'), at }) },
    { weight: 1, arbitrary: record({ is: constant<'back-up'>('back-up') }) },
    { weight: 1, arbitrary: record({ is: constant<'restore'>('restore') }) },
  ),
  { minLength: 5, maxLength: 40 },
)

type Step = typeof steps extends Arbitrary<(infer S)[]> ? S : never

/** The naive model: every change a device has ever been told to be stored. */
type Model = { readonly stored: Map<ChangeId, number>; backup: ServerState; epochs: number }

describe('whatever happens, in any order', () => {
  test('[S1] [S2] [S4] [S5] [S6] [S16] every change written ends in the log once, or in review on its device', async () => {
    await assert(
      asyncProperty(steps, async steps => {
        const { world, devices, model } = await live(steps)
        await settle(world, devices)
        const log = world.server.villages.get(gaoqiao)?.log.map(({ change }) => change.id) ?? []
        expect(new Set(log).size).toBe(log.length)
        for (const [id, at] of model.stored) {
          const inReview = reviewOn(devices, at).includes(id)
          expect([id, log.includes(id) !== inReview]).toEqual([id, true])
        }
        for (const device of devices) expect(device.engine().state().outbox.waiting).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('[S7] [S8] [S9] after quiet all devices hold what the server holds, from memory and from the disk', async () => {
    await assert(
      asyncProperty(steps, async steps => {
        const { world, devices } = await live(steps)
        await settle(world, devices)
        const server = world.server.villages.get(gaoqiao)
        const checksum = checksumOf(server?.households.values() ?? [])
        for (const device of devices) {
          const inMemory = device.engine().state().villages.get(gaoqiao)?.replica
          expect([inMemory?.cursor, inMemory?.checksum]).toEqual([server?.log.length, checksum])
          // The disk gives the same state back.
          await device.reopen()
          const onDisk = device.engine().state().villages.get(gaoqiao)?.replica
          expect(onDisk?.households).toEqual(server?.households)
          expect(onDisk?.checksum).toBe(checksum)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('[S11] at every moment the own words are shown, once', async () => {
    await assert(
      asyncProperty(steps, async steps => {
        await live(steps, (devices, model) => {
          for (const [at, device] of devices.entries()) {
            const lost = new Set(reviewOn(devices, at))
            const own = [...model.stored].filter(([id, by]) => by === at && !lost.has(id)).map(([id]) => id)
            const shown = needsOn(device)
            for (const id of own.filter(id => id.startsWith('own')))
              expect([id, shown.filter(need => need === `need-${id}`).length]).toEqual([id, 1])
          }
        })
      }),
      { numRuns: 100 },
    )
  })
})

async function live(
  steps: readonly Step[],
  look: (devices: readonly SimulatedDevice[], model: Model) => void = () => undefined,
) {
  const world = newWorld([zhouMin, tianJianguo], noon)
  const devices = [await createDevice(world, zhouMin, 'zhou'), await createDevice(world, tianJianguo, 'tian')]
  for (const device of devices) await device.engine().sync()
  const model: Model = { stored: new Map(), backup: world.server, epochs: 1 }
  for (const step of steps) {
    await take(step, world, devices, model)
    look(devices, model)
  }
  return { world, devices, model }
}

async function take(step: Step, world: World, devices: readonly SimulatedDevice[], model: Model) {
  const device = 'at' in step ? devices[step.at] : undefined
  switch (step.is) {
    case 'write': {
      if (device === undefined) return
      const act = actOf(step, model.stored.size)
      const answer = await device.engine().write([act])
      if (answer.ok) for (const id of answer.value) model.stored.set(id, step.at)
      return
    }
    case 'sync':
      world.weather.push(...step.weathers)
      device?.fates.push(...step.fates)
      await device?.engine().sync()
      world.weather.length = 0
      if (device === undefined) return
      device.fates.length = 0
      if (device.isDead()) await device.reopen()
      return
    case 'restart':
      await device?.reopen()
      return
    case 'back-up':
      model.backup = world.server
      return
    case 'restore':
      model.epochs += 1
      world.server = { ...model.backup, epoch: `epoch-${model.epochs}` }
      return
    default:
      return step satisfies never
  }
}

/** A need of its own, a need or a visit that a colleague may write as well, an agreement, a thing learned. */
function actOf({ what, few, household }: Extract<Step, { is: 'write' }>, count: number): Act {
  const about = { village: gaoqiao, household }
  const need = asId<NeedId>(`need-shared-${few}`)
  switch (what) {
    case 0: {
      const id = asId<ChangeId>(`own-change-${count}`)
      return { ...about, id, kind: 'need.raise', body: needBody(asId<NeedId>(`need-${id}`)) }
    }
    case 1:
      return { ...about, kind: 'need.raise', body: needBody(need) }
    case 2:
      return { ...about, kind: 'need.agree', body: { need, agreedOn: today, mayTell: '', keepBack: '' } }
    case 3: {
      const visit = asId<VisitId>(`visit-shared-${few}`)
      const body = { visit, on: today, time: null, companions: [], outcome: { is: 'held' } } as const
      return { ...about, kind: 'visit.record', body: { ...body, companions: [] }, diary: '今天去了他家' }
    }
    default: {
      const fact = { key: 'telephone', value: `1380000${count}`, source: 'visitor' } as const
      return {
        ...about,
        kind: 'household.learn',
        body: { facts: [{ ...fact, learnedOn: today, until: null }] },
      }
    }
  }
}

const needBody = (need: NeedId) =>
  ({
    need,
    words: '门口那截路',
    saidBy: '',
    quote: '',
    category: 'infrastructure',
    level: 'household',
    visit: null,
    heardOn: today,
  }) as const

/** All faults end; every device syncs, and once more for what the others brought. */
async function settle(world: World, devices: readonly SimulatedDevice[]): Promise<void> {
  world.weather.length = 0
  for (const device of devices) device.fates.length = 0
  for (const device of [...devices, ...devices]) expect(await device.engine().sync()).toEqual({ ok: true })
}

const reviewOn = (devices: readonly SimulatedDevice[], at: number): readonly ChangeId[] =>
  (devices[at]?.engine().state().outbox.forReview ?? []).map(({ change }) => change.id)

const needsOn = (device: SimulatedDevice): readonly string[] =>
  [wangFamily, fuFamily].flatMap(
    household => shownHousehold(device.engine().state(), gaoqiao, household)?.needs.map(({ id }) => id) ?? [],
  )
