import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/base/days.ts'
import { asId, type PromiseId, type VisitId } from '#domain/base/ids.ts'
import { change, minutesLater, plan, promise, today } from '#test/builders/changes.ts'
import { registered } from '#test/builders/household.ts'
import { liuYulan, zhouMin } from '#test/builders/people.ts'
import { readinessOf } from './readiness.ts'

const visit = asId<VisitId>('visit-0001')
const planned = () => registered().after(plan(visit))
const visitOf = (lived: ReturnType<typeof planned>) => {
  const [first] = lived.known.visits
  if (first === undefined) throw new Error('no visit')
  return first
}
const advice = (leaveAlone: 'no' | 'yes' | 'unclear' = 'no') =>
  change('advice.give', {
    visit,
    saidBy: '刘玉兰',
    via: 'own-screen',
    saidOn: today,
    when: 'after-supper',
    address: '喊守田叔',
    mindful: '他耳背',
    words: '天擦黑再去',
    leaveAlone,
  })
const record = (around: Partial<{ visit: VisitId; on: typeof today }> = {}) =>
  change('visit.record', {
    visit,
    on: today,
    time: null,
    companions: ['田建国'],
    outcome: { is: 'held' },
    ...around,
  })

describe('before the visit', () => {
  test('[H4] a planned visit says what it is for', () => {
    const empty = plan(visit)
    expect(registered().refusal({ ...empty, body: { ...empty.body, purpose: '  ' } } as typeof empty)).toBe(
      'purpose-missing',
    )
  })

  test('[H5] a visit is planned for a day to come, at a time when people are home, with a companion', () => {
    expect(visitOf(planned())).toMatchObject({
      time: 'after-supper',
      companions: ['田建国'],
      kind: 'planned',
    })
    const past = plan(visit)
    expect(
      registered().refusal({ ...past, body: { ...past.body, on: addDays(today, -1) } } as typeof past),
    ).toBe('day-is-past')
  })

  test('[H5] and can be planned anew as long as it has not been held', () => {
    const moved = plan(visit)
    const again = planned().after({
      ...moved,
      body: { ...moved.body, on: addDays(today, 3) },
    } as typeof moved)
    expect(again.known.visits).toHaveLength(1)
    expect(visitOf(again).on).toBe(addDays(today, 3))
  })

  test('[H2] the cadre’s advice is signed, dated, and expires after ninety days', () => {
    const advised = planned().after(change('advice.ask', { visit })).after(advice(), liuYulan)
    expect(visitOf(advised)).toMatchObject({
      askedOn: today,
      advice: [{ saidBy: '刘玉兰', expiresOn: addDays(today, 90) }],
    })
    expect(readinessOf(advised.known, visitOf(advised), addDays(today, 90))).toEqual([])
    expect(readinessOf(advised.known, visitOf(advised), addDays(today, 91))).toEqual(['cadre-not-asked'])
  })

  test('[H2] advice goes when the visit closes', () => {
    expect(visitOf(planned().after(advice(), liuYulan).after(record())).advice).toEqual([])
  })

  test('[H2] told by telephone, it bears the name of who said it and of who wrote it down', () => {
    const told = { ...advice(), body: { ...advice().body, via: 'telephone' } } as ReturnType<typeof advice>
    expect(visitOf(planned().after(told)).advice[0]).toMatchObject({
      saidBy: '刘玉兰',
      writtenBy: { name: zhouMin.name },
    })
  })

  test('[H4] readiness gives its reasons, and falls silent when there are none', () => {
    const waiting = planned().after(promise(asId<PromiseId>('promise-01')))
    expect(readinessOf(waiting.known, visitOf(waiting), today)).toEqual(['cadre-not-asked'])
    expect(readinessOf(waiting.known, visitOf(waiting), addDays(today, 7))).toEqual([
      'cadre-not-asked',
      'promise-unanswered',
    ])
  })
})

describe('after the visit', () => {
  test('[H4] a visit that started unready says so, and a chance meeting is a lawful kind of visit', () => {
    expect(visitOf(planned().after(record())).outcome).toMatchObject({
      is: 'held',
      unready: ['cadre-not-asked'],
    })
    const met = registered().after(record({ visit: asId<VisitId>('visit-chance') }))
    expect(visitOf(met)).toMatchObject({ kind: 'chance', outcome: { is: 'held', unready: [] } })
  })

  test('[H8] a visit is recorded once, and not before it was held', () => {
    expect(planned().after(record()).refusal(record())).toBe('visit-over')
    expect(planned().refusal(record({ on: addDays(today, 1) }))).toBe('day-in-future')
  })

  test('[H8] a record from the far future is refused in words, whatever the device’s clock says', () => {
    const far = { ...record({ on: addDays(today, 9000) }), happenedAt: minutesLater(60 * 24 * 9000) }
    expect(planned().refusal(far)).toBe('day-in-future')
  })

  test('[H5] "another day, please" sets the day before which nobody comes, and nothing else', () => {
    const another = change('visit.record', {
      visit,
      on: today,
      time: null,
      companions: [],
      outcome: { is: 'another-day', notBefore: addDays(today, 10) },
    })
    const after = planned().after(another)
    const before = planned().known
    expect(after.known).toEqual({
      ...before,
      notBefore: addDays(today, 10),
      visits: [expect.objectContaining({ outcome: expect.objectContaining({ is: 'another-day' }) })],
    })
    expect(after.refusal(plan(asId<VisitId>('visit-0002')))).toBe('before-agreed-day')
  })
})
