import { describe, expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { asId, type VisitId } from '#domain/base/ids.ts'
import { change, plan, today } from '#test/builders/changes.ts'
import { answered, hear, registered } from '#test/builders/household.ts'
import { composeKept } from './kept.ts'

const telephone = (value: string, source: 'household' | 'visitor', until: typeof today | null = null) =>
  change('household.learn', { facts: [{ key: 'telephone', value, source, learnedOn: today, until }] })

describe('all that is kept of a household, for itself to read', () => {
  test('[H22] [H3] every fact with its source and day, the believed one first, the others beside it', () => {
    const lived = registered()
      .after(telephone('13800000001', 'visitor'))
      .after(telephone('15800000002', 'household'))
    const { facts } = composeKept(lived.known, today)
    expect(facts.map(({ key }) => key)).toEqual(['contact-name', 'house-note', 'telephone'])
    expect(facts.at(-1)?.said).toMatchObject([
      { value: '15800000002', source: 'household', by: '周敏', learnedOn: today, current: true },
      { value: '13800000001', source: 'visitor', current: false },
    ])
  })

  test('[H22] a fact whose day has passed counts no more and is kept all the same, so it is shown', () => {
    const lived = registered().after(telephone('13800000001', 'household', today))
    const { facts } = composeKept(lived.known, addDays(today, 1))
    expect(facts.at(-1)?.said).toMatchObject([{ value: '13800000001', until: today, current: false }])
  })

  test('[H22] members, consents, and every step of what was asked for', () => {
    const lived = answered()
      .after(hear('solved'))
      .after(change('household.consent', { heardOn: today, forWhat: '走访', says: 'yes' }))
    const kept = composeKept(lived.known, today)
    expect(kept.members).toEqual([{ name: '王守田', relation: '户主', birthYear: 1954, schooling: '' }])
    expect(kept.consents).toEqual([{ heardBy: '周敏', heardOn: today, forWhat: '走访', says: 'yes' }])
    expect(kept.needs[0]).toMatchObject({ mayTell: '门口的路' })
    expect(kept.needs[0]?.steps.map(({ is }) => is)).toEqual([
      'heard',
      'agreed',
      'referred',
      'accepted',
      'found',
      'told',
      'solved',
    ])
  })

  test('[H22] of a visit that it was, of advice that it was given; never what was advised, and no id', () => {
    const visit = asId<VisitId>('visit-0001')
    const lived = registered()
      .after(plan(visit))
      .after(
        change('advice.give', {
          visit,
          saidBy: '刘玉兰',
          via: 'telephone',
          saidOn: today,
          when: null,
          address: '',
          mindful: '',
          words: '天擦黑再去',
          leaveAlone: 'yes',
        }),
      )
    const kept = composeKept(lived.known, today)
    expect(kept.visits).toEqual([{ on: asDay('2026-04-17'), by: '周敏', outcome: 'planned' }])
    expect(kept.advice).toMatchObject([{ saidBy: '刘玉兰', saidOn: today }])
    expect(JSON.stringify(kept)).not.toMatch(/天擦黑|visit-|zhou-min|member-/)
  })
})
