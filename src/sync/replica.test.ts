import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seenBy } from '#domain/access/may-see.ts'
import { asDay } from '#domain/base/days.ts'
import type { HouseholdId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { isOpenNeed } from '#domain/needs/need.ts'
import { noTotals, shift, sum, totalsOf } from '#domain/needs/totals.ts'
import { histories, live } from '#test/builders/histories.ts'
import { gaoqiao } from '#test/builders/people.ts'
import type { Recorded } from './change.ts'
import { canonical, checksumOf, hashOf } from './checksum.ts'
import { evolve } from './evolve.ts'
import { newReplica, take } from './replica.ts'

const fold = (log: readonly Recorded[]) => {
  const households = new Map<HouseholdId, Household>()
  for (const recorded of log) {
    const after = evolve(households.get(recorded.change.household) ?? null, recorded)
    if (after !== null) households.set(recorded.change.household, after)
  }
  return households
}

const changes = (log: readonly Recorded[], from: number, upTo: number) =>
  ({ is: 'changes', from, upTo, changes: log.filter(({ seq }) => seq > from && seq <= upTo) }) as const

describe('the same everywhere', () => {
  test('[S7] folding a log in order gives the same state, however often it is done', () => {
    fc.assert(
      fc.property(histories, history => {
        const log = live(history)
        const again = JSON.parse(JSON.stringify(log)) as Recorded[]
        expect(canonical([...fold(again)])).toBe(canonical([...fold(log)]))
      }),
    )
  })

  test('[S8] syncing in two steps equals syncing in one', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, cut) => {
        const log = live(history)
        const middle = cut % (log.length + 1)
        const once = take(newReplica(gaoqiao), changes(log, 0, log.length))
        const first = take(newReplica(gaoqiao), changes(log, 0, middle))
        const twice = take(first, changes(log, middle, log.length))
        expect(twice).toEqual(once)
      }),
    )
  })

  test('[S8] a snapshot plus the rest equals the whole', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, cut) => {
        const log = live(history)
        const middle = cut % (log.length + 1)
        const households = [...fold(log.slice(0, middle)).values()]
        const packed = take(newReplica(gaoqiao), { is: 'states', upTo: middle, whole: true, households })
        const whole = take(newReplica(gaoqiao), changes(log, 0, log.length))
        const rest = take(packed, changes(log, middle, log.length))
        expect(rest.checksum).toBe(whole.checksum)
        expect(new Map(rest.households)).toEqual(new Map(whole.households))
      }),
    )
  })

  test('[S8] answers that come twice or late change nothing, and a gap is not jumped', () => {
    fc.assert(
      fc.property(histories, history => {
        const log = live(history)
        const whole = take(newReplica(gaoqiao), changes(log, 0, log.length))
        expect(take(whole, changes(log, 0, log.length))).toEqual(whole)
        expect(take(newReplica(gaoqiao), changes(log, 1, log.length))).toEqual(newReplica(gaoqiao))
      }),
    )
  })

  test('[S9] a checksum kept step by step is the checksum of the whole', () => {
    fc.assert(
      fc.property(histories, history => {
        const log = live(history)
        let replica = newReplica(gaoqiao)
        for (const { seq } of log) replica = take(replica, changes(log, seq - 1, seq))
        expect(replica.checksum).toBe(checksumOf(fold(log).values()))
      }),
    )
  })

  test('[S9] a hash does not hang on the order of keys, and tells one state from another', () => {
    fc.assert(
      fc.property(histories, history => {
        for (const household of fold(live(history)).values()) {
          const turned = Object.fromEntries(Object.entries(household).toReversed()) as Household
          expect(hashOf(turned)).toBe(hashOf(household))
          expect(hashOf({ ...household, notBefore: asDay('2031-01-01') })).not.toBe(hashOf(household))
        }
      }),
    )
  })

  test('the histories drawn here do come as far as solved, not solved, returned and extended', () => {
    const seen = new Set<string>()
    for (const history of fc.sample(histories, { numRuns: 500, seed: 7 }))
      for (const { needs } of fold(live(history)).values())
        for (const { life } of needs) for (const step of life) seen.add(step.is)
    const far = [
      'solved',
      'not-solved',
      'rather-not-say',
      'returned',
      'extended',
      'withdrawn',
      'done-on-the-spot',
    ]
    expect(far.filter(step => !seen.has(step))).toEqual([])
  })
})

describe('what must hold in every history', () => {
  test('[H12] nothing is solved but by a household’s answer that says so', () => {
    fc.assert(
      fc.property(histories, history => {
        for (const { needs } of fold(live(history)).values())
          for (const { stage, life } of needs)
            if (stage.is === 'solved') {
              expect(stage.answer.says).toBe('solved')
              expect(life.some(step => step.is === 'solved')).toBe(true)
            }
      }),
      { numRuns: 150 },
    )
  })

  test('[H21] no need is ever without an owner, and its history only grows', () => {
    fc.assert(
      fc.property(histories, history => {
        const households = new Map<HouseholdId, Household>()
        for (const recorded of live(history)) {
          const before = households.get(recorded.change.household) ?? null
          const after = evolve(before, recorded)
          if (after === null) continue
          for (const need of after.needs) {
            expect(need.owner.id).not.toBe('')
            const earlier = before?.needs.find(one => one.id === need.id)
            if (earlier) expect(need.life.slice(0, earlier.life.length)).toEqual(earlier.life)
            if (earlier) expect(need.number).toBe(earlier.number)
          }
          households.set(recorded.change.household, after)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('[S14] the cadre’s eyes see no need, no promise, no member and no purpose', () => {
    fc.assert(
      fc.property(histories, history => {
        for (const household of fold(live(history)).values()) {
          const seen = seenBy('cadre', household)
          expect([seen.needs, seen.promises, seen.members, seen.consents]).toEqual([[], [], [], []])
          expect(seen.visits.every(visit => visit.purpose === '' && visit.outcome.is === 'planned')).toBe(
            true,
          )
        }
      }),
    )
  })

  test('[H13] totals kept by difference are the totals of all households', () => {
    fc.assert(
      fc.property(histories, history => {
        const households = new Map<HouseholdId, Household>()
        let running = noTotals
        for (const recorded of live(history)) {
          const before = households.get(recorded.change.household)
          const after = evolve(before ?? null, recorded)
          if (after === null) continue
          running = shift(running, before ? totalsOf(before) : noTotals, totalsOf(after))
          households.set(after.id, after)
        }
        expect(running).toEqual(sum([...households.values()].map(totalsOf)))
        const open = [...households.values()].flatMap(({ needs }) => needs.filter(isOpenNeed)).length
        const counted = Object.entries(running).filter(([key]) => key.startsWith('open-since:'))
        expect(counted.reduce((total, [, count]) => total + count, 0)).toBe(open)
      }),
    )
  })
})
