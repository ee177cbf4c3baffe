import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RIVER, riverCourse, type RiverCounts } from './river-course.ts'

const count = fc.nat(400)

/* Counts that add up, as the totals of a village do. */
const counts = fc
  .tuple(count, count, count, count, count, count, count, count, count)
  .map(
    ([solved, awaiting, ratherNotSay, inHand, waiting, lying, noWay, notAgreed, withdrawn]): RiverCounts => {
      const answered = solved + awaiting + ratherNotSay
      const taken = answered + inHand + waiting + lying
      const agreed = taken + noWay
      return {
        stages: { heard: agreed + notAgreed + withdrawn, agreed, 'in-hand': taken, answered, solved },
        pools: {
          withdrawn,
          'not-agreed': notAgreed,
          'no-way-yet': noWay,
          'left-lying': lying,
          waiting,
          'in-hand': inHand,
          'rather-not-say': ratherNotSay,
          awaiting,
        },
        reopened: 0,
      }
    },
  )

test('width is the number: twice as many needs are drawn twice as deep', () => {
  fc.assert(
    fc.property(counts, river => {
      const { heard } = river.stages
      fc.pre(typeof heard === 'number' && heard > 50)
      const depths = riverCourse(river).gates.map(gate => gate.depth)
      const scale = RIVER.depth / Number(heard)
      for (const [place, stage] of (
        ['heard', 'agreed', 'in-hand', 'answered', 'solved'] as const
      ).entries()) {
        const due = Number(river.stages[stage]) * scale
        if (due > 2) expect(depths[place]).toBeCloseTo(due, 5)
      }
    }),
  )
})

test('what leaves the stream stays in sight: every pool with needs in it lies on the ground, none upon another', () => {
  fc.assert(
    fc.property(counts, river => {
      const { pools } = riverCourse(river)
      const filled = Object.values(river.pools).filter(count => count !== 0)
      expect(pools).toHaveLength(filled.length)
      for (const pool of pools) expect(pool.path).toContain(`V${String(RIVER.ground)}`)
      for (const path of pools.map(pool => pool.path)) expect(path).not.toContain('NaN')
    }),
  )
})

test('fewer than five are drawn without their number: the width tells nothing', () => {
  const river: RiverCounts = {
    stages: { heard: 40, agreed: 40, 'in-hand': 40, answered: 'few', solved: 'few' },
    pools: {
      withdrawn: 0,
      'not-agreed': 0,
      'no-way-yet': 0,
      'left-lying': 'few',
      waiting: 'few',
      'in-hand': 30,
      'rather-not-say': 0,
      awaiting: 0,
    },
    reopened: 0,
  }
  const widths = riverCourse(river)
    .pools.filter(pool => pool.isFew)
    .map(pool => pool.width)
  expect(new Set(widths).size).toBe(1)
})
