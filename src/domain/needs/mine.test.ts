import { describe, expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { asId, type DepartmentId } from '#domain/base/ids.ts'
import { agree, change, raise, road, today, water } from '#test/builders/changes.ts'
import { family, type FamilyChange } from '#test/builders/family.ts'
import { hanZhiming, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { needsOf, resultsToTell } from './mine.ts'
import { aheadOf, nextActsFor } from './next-acts.ts'
import { standingOf } from './standing.ts'

const inHand = (next: { what: string; by: ReturnType<typeof asDay> } | null = null) => [
  raise(road),
  agree(road),
  change('need.take-in-hand', { need: road, on: today, way: 'guided', next }),
]
const found = change('need.find', { need: road, on: today, words: '先铺砂石', kind: 'done' })
const told = change('need.tell', { need: road, on: today, channel: 'at-the-door', to: '守田叔' })
const answered = (says: 'solved' | 'not-solved') =>
  change('need.hear-answer', {
    need: road,
    on: today,
    says,
    saidBy: '守田叔',
    words: '',
    channel: 'telephone',
  })
const referred = change('need.refer', {
  need: road,
  on: today,
  department: asId<DepartmentId>('water-bureau'),
  departmentName: '水利局',
  told: '门口的路',
})
const accepted = {
  by: hanZhiming,
  change: change('referral.accept', { need: road, on: today, dueOn: asDay('2026-04-23') }),
}

const onlyNeed = (...changes: FamilyChange[]) => {
  const [need] = family(...changes).needs
  if (need === undefined) throw new Error('no need was raised')
  return need
}

const wayOn = onlyNeed(...inHand({ what: '问镇里', by: asDay('2026-04-20') }))

describe('my needs', () => {
  test('[H13] a need without a next step, past its day or with an untold result lies there, and comes first', () => {
    const later = addDays(today, 3)
    expect(standingOf(onlyNeed(...inHand()), later)).toEqual({ is: 'lying', since: today, days: 3 })
    expect(standingOf(wayOn, today).is).toBe('in-hand')
    expect(standingOf(wayOn, asDay('2026-04-22'))).toEqual({ is: 'lying', since: '2026-04-20', days: 2 })
    expect(standingOf(onlyNeed(...inHand(), found), later).is).toBe('lying')
    expect(needsOf([family(...inHand())], zhouMin.id, later).lying).toHaveLength(1)
  })

  test('what happened today does not lie yet', () => {
    expect(standingOf(onlyNeed(...inHand()), today).is).toBe('in-hand')
  })

  test('[H21] the first asked keeps it in sight after a department has taken it over', () => {
    const household = family(...inHand(), referred, accepted)
    expect(needsOf([household], zhouMin.id, today).waiting).toHaveLength(1)
    expect(needsOf([household], tianJianguo.id, today).waiting).toHaveLength(0)
  })

  test('[H13] a result that is there and not told is said', () => {
    expect(resultsToTell([family(...inHand(), found)], zhouMin.id)).toHaveLength(1)
    expect(resultsToTell([family(...inHand(), found, told)], zhouMin.id)).toHaveLength(0)
  })

  test('[H12] every open need still has the household’s word ahead of it; a solved one has nothing', () => {
    expect(aheadOf(wayOn)).toEqual(['tell', 'household-word'])
    expect(aheadOf(onlyNeed(...inHand(), found, told))).toEqual(['household-word'])
    expect(aheadOf(onlyNeed(...inHand(), found, told, answered('solved')))).toEqual([])
  })

  test('[H12] after "not solved" the need is in hand again and says so', () => {
    const need = onlyNeed(...inHand(), found, told, answered('not-solved'))
    expect(standingOf(need, today).is).toBe('not-solved')
    expect(nextActsFor(need, today).first).toBe('result')
  })

  test('[H17] what a department has taken over, the team does not find the result of', () => {
    const byOfficer = { by: hanZhiming, change: found }
    const need = onlyNeed(...inHand(), referred, accepted, byOfficer, told, answered('not-solved'))
    expect(nextActsFor(need, today).first).toBeNull()
  })

  test('[H11] done there and then is offered from the first hearing', () => {
    expect(nextActsFor(onlyNeed(raise(water)), today)).toMatchObject({ first: 'agree' })
    expect(nextActsFor(onlyNeed(raise(water)), today).others).toContain('on-the-spot')
  })

  test('the household’s answer can be changed for seven days and not after', () => {
    const need = onlyNeed(...inHand(), found, told, answered('solved'))
    expect(nextActsFor(need, addDays(today, 7)).others).toEqual(['hear'])
    expect(nextActsFor(need, addDays(today, 8)).others).toEqual([])
  })
})
