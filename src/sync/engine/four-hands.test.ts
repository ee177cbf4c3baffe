import { describe, expect, test } from 'vitest'
import { choosersOf, differencesOf, settle } from '#domain/households/differences.ts'
import { asId, type VisitId } from '#domain/base/ids.ts'
import { currentFact } from '#domain/households/facts.ts'
import type { Household } from '#domain/households/household.ts'
import { noon, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { createDevice, type SimulatedDevice } from '../simulation/device.ts'
import { newWorld } from '../simulation/world.ts'
import type { Act } from './act.ts'
import { shownHousehold } from './shown.ts'

const about = { village: gaoqiao, household: wangFamily }
const [hers, his] = ['13900000001', '18700000002']

const heard = (value: string): Act => ({
  ...about,
  kind: 'household.learn',
  body: { facts: [{ key: 'telephone', value, source: 'household', learnedOn: today, until: null }] },
})

const settled = (seen: Household, use: string): Act => ({
  ...about,
  kind: 'household.settle',
  body: settle(seen, 'telephone', { use, today }),
})

/** Two phones that met the same family and do not see each other. */
async function start() {
  const world = newWorld([zhouMin, tianJianguo], noon)
  const zhou = await createDevice(world, zhouMin, 'zhou')
  const tian = await createDevice(world, tianJianguo, 'tian')
  const meet = async () => {
    for (const device of [zhou, tian, zhou]) await device.engine().sync()
  }
  await meet()
  return { zhou, tian, meet }
}

function shown(device: SimulatedDevice): Household {
  const household = shownHousehold(device.engine().state(), gaoqiao, wangFamily)
  if (household === null) throw new Error('the family is on this phone')
  return household
}

const telephone = (device: SimulatedDevice) =>
  differencesOf(shown(device), today).find(({ key }) => key === 'telephone')

const written = async (device: SimulatedDevice, act: Act) =>
  expect(await device.engine().write([act])).toMatchObject({ ok: true })

describe('two colleagues without signal at one family', () => {
  test('[S10] both numbers survive the sync, and both phones show both with who heard them', async () => {
    const { zhou, tian, meet } = await start()
    await written(zhou, heard(hers))
    await written(tian, heard(his))
    expect(telephone(zhou)).toBeUndefined()
    await meet()
    for (const device of [zhou, tian]) {
      const said = telephone(device)?.facts.map(({ value, by }) => [value, by.name])
      expect(said?.toSorted()).toEqual([
        [hers, '周敏'],
        [his, '田建国'],
      ])
      expect(telephone(device)?.is).toBe('open')
    }
  })

  test('[S10] [S7] both settle it, each otherwise: the log’s order says which is used, and both phones show both choices', async () => {
    const { zhou, tian, meet } = await start()
    await written(zhou, heard(hers))
    await written(tian, heard(his))
    await meet()
    await written(zhou, settled(shown(zhou), hers))
    await written(tian, settled(shown(tian), his))
    expect(currentFact(shown(zhou), 'telephone', today)).toBe(hers)
    await meet()
    expect(shown(zhou)).toEqual(shown(tian))
    // 周敏's phone came first to the log, 田建国's after it.
    expect(currentFact(shown(zhou), 'telephone', today)).toBe(his)
    const { facts = [], aside = [] } = telephone(zhou) ?? {}
    expect(facts.flatMap(fact => choosersOf(shown(zhou), fact)).map(({ by }) => by.name)).toEqual(['田建国'])
    expect(aside.flatMap(fact => choosersOf(shown(zhou), fact)).map(({ by }) => by.name)).toEqual(['周敏'])
  })

  test('[S10] both recorded their own visit of that day: both see both visits, and no story but their own', async () => {
    const { zhou, tian, meet } = await start()
    const record = (visit: string, diary: string): Act => ({
      ...about,
      kind: 'visit.record',
      body: { visit: asId<VisitId>(visit), on: today, time: null, companions: [], outcome: { is: 'held' } },
      diary,
    })
    await written(zhou, record('visit-zhou', '在院坝里坐了坐'))
    await written(tian, record('visit-tian', '在灶屋里喝了茶'))
    await meet()
    for (const device of [zhou, tian])
      expect(
        shown(device)
          .visits.map(({ by }) => by.name)
          .toSorted(),
      ).toEqual(['周敏', '田建国'])
    expect(JSON.stringify(shown(zhou))).not.toContain('灶屋')
    expect(JSON.stringify(shown(tian))).not.toContain('院坝')
  })
})
