import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/grants.ts'
import { addDays } from '#domain/base/days.ts'
import type { NeedId } from '#domain/base/ids.ts'
import type { Need } from '#domain/needs/need.ts'
import { agree, change, minutesLater, raise, register, road, today, water } from '#test/builders/changes.ts'
import { hanZhiming, heLan, liuWenqing, tianJianguo, waterBureau, zhouMin } from '#test/builders/people.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change } from './change.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'

/* The stages as domain section 3 draws them; those of one name that differ in what may follow stand apart. */
type Place =
  | 'none'
  | 'heard'
  | 'agreed'
  | 'in-hand'
  | 'found'
  | 'called-not-solved'
  | 'offered'
  | 'accepted'
  | 'answered'
  | 'solved'
  | 'unconfirmed'
  | 'withdrawn'

/** Something that can be tried on a need, and where it leads from each place; from any other it is refused. */
type Act = {
  readonly by: readonly Actor[]
  readonly of: (need: NeedId) => Change
  readonly leads: Partial<Record<Place, Place>>
  /** What must hold besides the place. */
  readonly when?: (need: Need | undefined) => boolean
}

// What a department has taken over, its officer finds the result of, and the team does not.
const withDepartment = (need: Need | undefined): boolean => (need?.department ?? null) !== null

const team = [zhouMin, tianJianguo, heLan]
const inHand = ['in-hand', 'found', 'called-not-solved'] as const
const answerable = ['answered', 'solved', 'unconfirmed', 'called-not-solved'] as const
const open = ['heard', 'agreed', ...inHand, 'offered', 'accepted', 'answered'] as const

const from = <P extends Place>(places: readonly P[], to: Place) =>
  Object.fromEntries(places.map(place => [place, to])) as Partial<Record<Place, Place>> // one key a place
const staying = <P extends Place>(places: readonly P[]) =>
  Object.fromEntries(places.map(place => [place, place])) as Partial<Record<Place, Place>> // as above

const hear = (says: 'solved' | 'not-solved' | 'rather-not-say', to: Place): Act => ({
  by: team,
  of: need =>
    change('need.hear-answer', {
      need,
      on: today,
      says,
      saidBy: '守田叔',
      words: '',
      channel: 'at-the-door',
      witness: '桂香婶',
    }),
  leads: from(answerable, to),
})

const acts: Readonly<Record<string, Act>> = {
  raise: { by: team, of: need => raise(need), leads: { none: 'heard' } },
  agree: { by: team, of: need => agree(need), leads: { heard: 'agreed' } },
  take: {
    by: team,
    of: need => change('need.take-in-hand', { need, on: today, way: 'guided', next: null }),
    leads: from(['agreed', ...inHand], 'in-hand'),
  },
  doAtOnce: {
    by: team,
    of: need => change('need.do-on-the-spot', { need, on: today, result: '换了灯泡', doneBy: '田建国' }),
    leads: from(['heard', 'agreed', ...inHand], 'answered'),
  },
  refer: {
    by: team,
    of: need =>
      change('need.refer', {
        need,
        on: today,
        department: waterBureau,
        departmentName: '县水利局',
        told: '门口的路',
      }),
    leads: from(['agreed', ...inHand], 'offered'),
  },
  accept: {
    by: [hanZhiming],
    of: need => change('referral.accept', { need, on: today, dueOn: today }),
    leads: { offered: 'accepted' },
  },
  giveBack: {
    by: [hanZhiming],
    of: need => change('referral.return', { need, on: today, reason: '不归我们管' }),
    leads: { offered: 'in-hand' },
  },
  extend: {
    by: [hanZhiming],
    of: need => change('referral.extend', { need, on: today, dueOn: addDays(today, 9), reason: '等料' }),
    leads: { accepted: 'accepted' },
    // A second time to the same day is no later.
    when: need => !extendedAlready(need),
  },
  find: {
    by: team,
    of: need => change('need.find', { need, on: today, words: '修好了', kind: 'done' }),
    leads: from(inHand, 'found'),
    when: need => !withDepartment(need),
  },
  findAsOfficer: {
    by: [hanZhiming],
    of: need => change('need.find', { need, on: today, words: '不能修', kind: 'cannot-be-done' }),
    leads: from(['accepted', ...inHand], 'found'),
    when: withDepartment,
  },
  tell: {
    by: team,
    of: need => change('need.tell', { need, on: today, channel: 'telephone', to: '守田叔' }),
    leads: { found: 'answered' },
  },
  saysSolved: hear('solved', 'solved'),
  saysNotSolved: hear('not-solved', 'called-not-solved'),
  ratherNotSays: hear('rather-not-say', 'unconfirmed'),
  withdraw: {
    by: team,
    of: need => change('need.withdraw', { need, on: today, words: '不用了' }),
    leads: from(open, 'withdrawn'),
  },
  note: {
    by: team,
    of: need => change('need.note', { need, on: today, words: '问过一回', next: null }),
    leads: staying(open),
  },
  // Who is not asked: the office writes nothing into a need, whatever it tries.
  solveFromAbove: { ...hear('solved', 'solved'), by: [liuWenqing], leads: {} },
}

function placeOf(need: Need | undefined): Place {
  if (need === undefined) return 'none'
  const { stage } = need
  if (stage.is === 'waiting') return stage.referral.state.is
  if (stage.is !== 'in-hand') return stage.is
  if (stage.found !== null) return 'found'
  return stage.unsolved === null ? 'in-hand' : 'called-not-solved'
}

const extendedAlready = (need: Need | undefined): boolean =>
  need?.stage.is === 'waiting' &&
  need.stage.referral.state.is === 'accepted' &&
  need.stage.referral.state.extensions.length > 0

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(acts)),
    need: fc.constantFrom(road, water),
    who: fc.nat(3),
  }),
  { minLength: 20, maxLength: 120, size: 'max' },
)

test('[H11] [H12] [H17] [H21] whatever is tried: only the household’s word solves a need, it has an owner always, its number and its past stay', () => {
  let tried = 0
  fc.assert(
    fc.property(steps, tries => {
      let household: Household | null = evolve(null, recorded(register(), zhouMin, 1))
      const numbers = new Map<NeedId, number | null>()
      for (const [index, { name, need: id, who }] of tries.entries()) {
        tried += 1
        const act = acts[name]
        if (act === undefined) throw new Error(name)
        const actor = act.by[who % act.by.length] ?? zhouMin
        const one = act.of(id)
        const before: Need | undefined = household?.needs.find(need => need.id === id)
        const frozen = JSON.stringify(household)
        const leads = act.when?.(before) === false ? undefined : act.leads[placeOf(before)]
        const { ok } = decide(household, one, actor, minutesLater(60))
        expect([name, placeOf(before), ok]).toEqual([name, placeOf(before), leads !== undefined])
        if (ok) household = evolve(household, recorded(one, actor, index + 2))
        else expect(JSON.stringify(household)).toBe(frozen)
        const after = household?.needs.find(need => need.id === id)
        expect([name, placeOf(after)]).toEqual([name, leads ?? placeOf(before)])
        if (after === undefined) continue
        expect(after.owner.id).not.toBe('')
        // Ownership moves with an acceptance, and with nothing else here.
        if (before !== undefined && name !== 'accept') expect(after.owner).toEqual(before.owner)
        if (name === 'accept' && ok) expect(after.owner.id).toBe(hanZhiming.id)
        if (after.stage.is === 'solved') expect(after.stage.answer.says).toBe('solved')
        if (after.stage.is === 'solved' && before?.stage.is !== 'solved') expect(name).toBe('saysSolved')
        expect(after.life.slice(0, before?.life.length ?? 0)).toEqual(before?.life ?? [])
        expect(after.life.length).toBe((before?.life.length ?? 0) + (ok ? 1 : 0))
        if (!numbers.has(id)) numbers.set(id, after.number)
        expect(after.number).toBe(numbers.get(id))
      }
      expect(new Set(numbers.values()).size).toBe(numbers.size)
    }),
    { numRuns: 1_600, seed: 20261125 },
  )
  expect(tried).toBeGreaterThan(100_000)
})

const recorded = (one: Change, { id, name, role }: Actor, seq: number) => ({
  seq,
  change: one,
  author: { id, name, role },
  receivedAt: minutesLater(60),
})
