import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDay } from '../base/days.ts'
import { categories } from '../needs/need.ts'
import type { Totals } from '../needs/totals.ts'
import { hiddenIn, openTable, openTableForOffice } from './open-table.ts'
import { ageBands, hiddenAmong, lyingKinds, pictureForOffice, pictureOf, type Picture } from './picture.ts'

const today = asDay('2026-04-16')

/** A village's totals: every need stands once in a stage, every open one has the day it was heard. */
const totals: Totals = {
  'stage:heard:infrastructure': 35,
  'stage:agreed:livelihood': 12,
  'stage:in-hand:infrastructure': 240,
  'stage:waiting:public-services': 75,
  'stage:answered:infrastructure': 118,
  'stage:solved:infrastructure': 742,
  'stage:unconfirmed:hardship': 16,
  'stage:withdrawn:hardship': 46,
  'lying:untold': 31,
  'lying:no-next-step': 23,
  'due:step:2026-04-10': 11,
  'due:step:2026-04-16': 9,
  'due:referral:2026-04-15': 6,
  'due:promise:2026-04-01': 7,
  'due:promise:2026-05-01': 2,
  reopened: 64,
  'open-since:2026-04-16': 400,
  'open-since:2026-04-02': 70,
  'open-since:2026-01-02': 10,
}

describe('the river of needs', () => {
  test('[H12] what is heard equals what the household calls solved and every pool together: nothing vanishes', () => {
    const { stages, pools } = pictureOf(totals, today)
    const inPools = Object.values(pools).reduce<number>((sum, count) => sum + (count ?? 0), 0)
    expect(stages.heard).toBe(1284)
    expect(inPools + (stages.solved ?? 0)).toBe(stages.heard)
    expect(stages).toEqual({ heard: 1284, agreed: 1203, 'in-hand': 1191, answered: 876, solved: 742 })
  })

  test('[H13] lies: results not told, no next step, past its day; today is not past', () => {
    const { lying, lyingTotal, pools, promisesPastDay } = pictureOf(totals, today)
    expect(lying).toEqual({ 'result-untold': 31, 'no-next-step': 23, 'past-day': 17 })
    expect(lyingTotal).toBe(71)
    expect([pools['no-way-yet'], pools['left-lying'], pools.waiting]).toEqual([12, 59, 69])
    expect(promisesPastDay).toBe(7)
  })

  test('the open ones by how long: a week is seven days', () => {
    expect(pictureOf(totals, today).ages).toEqual({
      'up-to-7': 400,
      'up-to-14': 70,
      'up-to-30': 0,
      'up-to-60': 0,
      'over-60': 10,
    })
  })

  test('a village that has heard nothing is all noughts, and nothing is hidden', () => {
    const { stages, pools, ages, open } = pictureForOffice({}, today)
    expect(
      [...Object.values(stages), ...Object.values(pools), ...Object.values(ages), open].every(
        count => count === 0,
      ),
    ).toBe(true)
  })
})

describe('what the office does not read', () => {
  const few: Totals = { ...totals, 'stage:unconfirmed:hardship': 2 }

  test('a pool of two is not written, and nothing from which it could be worked out', () => {
    const { pools, stages } = pictureForOffice(few, today)
    expect(pools['rather-not-say']).toBe(null)
    const last = [stages.answered, stages.solved, pools.awaiting]
    expect(last).toContain(null)
    expect(pictureOf(few, today).pools['rather-not-say']).toBe(2)
  })

  test('no small number stands anywhere in it', () => {
    const counts = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(fc.array(counts, { minLength: 9, maxLength: 9 }), drawn => {
        const [
          heard = 0,
          agreed = 0,
          untold = 0,
          late = 0,
          inHand = 0,
          waiting = 0,
          answered = 0,
          solved = 0,
          rest = 0,
        ] = drawn
        const picture = pictureForOffice(
          {
            'stage:heard:hardship': heard,
            'stage:agreed:hardship': agreed,
            'stage:in-hand:hardship': inHand + untold + late,
            'stage:waiting:hardship': waiting,
            'stage:answered:hardship': answered,
            'stage:solved:hardship': solved,
            'stage:unconfirmed:hardship': rest,
            'lying:untold': untold,
            'lying:no-next-step': agreed,
            'due:step:2026-04-01': late,
            reopened: rest,
            'open-since:2026-04-15': heard + agreed + untold + late,
            'open-since:2026-02-15': inHand + waiting + answered,
          },
          today,
        )
        for (const count of numbersOf(picture)) expect(count === null || count === 0 || count >= 5).toBe(true)
        const lyingShown = lyingKinds.map(kind => picture.lying[kind])
        if (picture.lyingTotal !== null) expect(lyingShown.filter(count => count === null).length).not.toBe(1)
        const agesShown = ageBands.map(band => picture.ages[band])
        if (picture.open !== null) expect(agesShown.filter(count => count === null).length).not.toBe(1)
      }),
    )
  })

  test('who subtracts the towns that are shown from the county does not find the one that is not', () => {
    const towns = [2, 9, 30].map((rest, at): Totals => ({
      'stage:unconfirmed:hardship': rest,
      'stage:solved:hardship': 40 + at,
      'stage:heard:hardship': 20,
      'open-since:2026-04-15': 20,
    }))
    const hidden = hiddenAmong(towns, today)
    const pictures = towns.map((town, at) => pictureForOffice(town, today, hidden[at]))
    expect(pictures.map(({ pools }) => pools['rather-not-say'])).toEqual([null, null, 30])
    for (const { pools, stages } of pictures.slice(0, 2))
      expect([...Object.values(pools), stages.solved].filter(count => count === null).length).toBeGreaterThan(
        1,
      )
  })

  const numbersOf = (picture: Picture) => [
    ...Object.values(picture.stages),
    ...Object.values(picture.pools),
    ...Object.values(picture.lying),
    ...Object.values(picture.ages),
    picture.reopened,
    picture.open,
    picture.lyingTotal,
    picture.promisesPastDay,
  ]

  const place = (code: string, counts: readonly number[]) => ({
    code,
    name: code,
    totals: Object.fromEntries(counts.map((count, at) => [`stage:heard:${categories[at] ?? ''}`, count])),
  })
  const towns = [
    place('420325101', [31, 18, 2]),
    place('420325102', [27, 24, 6]),
    place('420325103', [44, 11, 19]),
  ]

  test('a table with gaps writes no total beside a gap', () => {
    const table = openTableForOffice(towns)
    for (const row of table.rows) expect(row.cells.includes(null)).toBe(row.total === null)
    expect(openTable(towns).rows.map(row => row.total)).toEqual([51, 57, 74])
  })

  test('what a town hides cannot be read off its villages either', () => {
    const above = hiddenIn(openTableForOffice(towns), '420325101')
    expect(above).toContain(categories[2])
    const villages = [place('420325101201', [20, 9, 0]), place('420325101202', [11, 9, 2])]
    const below = openTableForOffice(villages, above)
    for (const category of above) {
      const column = below.categories.indexOf(category)
      expect(below.rows.every(row => row.cells[column] === null || row.cells[column] === 0)).toBe(true)
      expect(below.totals[column]).toBe(null)
    }
  })
})
