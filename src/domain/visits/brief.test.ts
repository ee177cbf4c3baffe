import { describe, expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { asId, type PromiseId, type VisitId } from '#domain/base/ids.ts'
import { agree, change, noon, plan, raise, road, today, water } from '#test/builders/changes.ts'
import { family, type FamilyChange } from '#test/builders/family.ts'
import { hanZhiming, liuYulan } from '#test/builders/people.ts'
import { composeBrief } from './brief.ts'
import { nextVisitTo } from './plan.ts'

const visit = asId<VisitId>('visit-0001')
const answerRoad = asId<PromiseId>('promise-01')

const advised = (leaveAlone: 'yes' | 'no') => ({
  by: liuYulan,
  change: change('advice.give', {
    visit,
    saidBy: '刘玉兰',
    via: 'own-screen',
    saidOn: today,
    when: 'after-supper',
    address: '守田叔',
    mindful: '他耳背，坐他右手边',
    words: '天擦黑再去，早了在地里。',
    leaveAlone,
  }),
})

const promised = change('promise.give', {
  promise: answerRoad,
  need: road,
  words: '4月10日前给您回话',
  givenOn: asDay('2026-03-28'),
  dueOn: asDay('2026-04-10'),
})

const resultFound = [
  raise(road),
  agree(road),
  promised,
  change('need.take-in-hand', { need: road, on: today, way: 'guided', next: null }),
  change('need.find', { need: road, on: today, words: '排在下半年，雨季前先铺砂石', kind: 'done' }),
]

const composed = (...changes: FamilyChange[]) => {
  const household = family(...changes)
  return composeBrief(household, nextVisitTo(household), today)
}

describe('the page before the door', () => {
  test('[H1] it says who lives there, with their age', () => {
    expect(composed().people).toEqual([{ name: '王守田', relation: '户主', age: 72 }])
  })

  test('[H1] it says what was promised last time and what became of it', () => {
    const [first] = composed(...resultFound).promises
    expect(first?.promised.words).toBe('4月10日前给您回话')
    expect(first?.became).toMatchObject({ is: 'result-ready', need: { id: road } })
  })

  test('[H1] a promise past its day without a result says so; a kept one says how', () => {
    expect(composed(promised).promises[0]?.became).toEqual({ is: 'past', on: '2026-04-10' })
    const kept = change('promise.keep', { promise: answerRoad, on: today, how: '电话里回了' })
    expect(composed(promised, kept).promises[0]?.became).toEqual({ is: 'kept', on: today, how: '电话里回了' })
  })

  test('[H1] a result not told comes before the other open needs, and is taken along', () => {
    const brief = composed(...resultFound, raise(water))
    expect(brief.untold.map(need => need.id)).toEqual([road])
    expect(brief.open.map(need => need.id)).toEqual([water])
    expect(brief.bring[0]).toMatchObject({ is: 'result', need: { id: road } })
  })

  test('[H2] what the cadre said expires by itself', () => {
    const household = family(plan(visit), advised('no'))
    const planned = nextVisitTo(household)
    expect(composeBrief(household, planned, today).advice[0]?.saidBy).toBe('刘玉兰')
    expect(composeBrief(household, planned, asDay('2026-07-16')).advice).toEqual([])
  })

  test('[H3] what is said differently stands side by side with its sources, the current value first', () => {
    const learned = change('household.learn', {
      facts: [
        {
          key: 'telephone',
          value: '138 0000 2417',
          source: 'roster',
          learnedOn: asDay('2026-03-02'),
          until: null,
        },
        { key: 'telephone', value: '158 0000 6630', source: 'household', learnedOn: today, until: null },
      ],
    })
    const brief = composed(learned)
    expect(brief.differs[0]?.facts.map(fact => [fact.value, fact.source])).toEqual([
      ['158 0000 6630', 'household'],
      ['138 0000 2417', 'roster'],
    ])
    expect(brief.known.map(fact => fact.key)).not.toContain('telephone')
  })

  test('[H19] it says at most that there is a topic to leave alone, never which', () => {
    expect(composed(plan(visit), advised('yes')).leaveAlone).toBe(true)
    expect(composed(plan(visit), advised('no')).leaveAlone).toBe(false)
  })

  test('what nobody knows is named, so that it can be listened for', () => {
    expect(composed().unknowns).toEqual(['consent', 'good-times', 'telephone'])
  })

  test('an accepted referral stays among the open needs with its department', () => {
    const department = { id: asId<never>('water-bureau'), name: '水利局' }
    const referred = [
      raise(water),
      agree(water),
      change('need.refer', {
        need: water,
        on: today,
        department: department.id,
        departmentName: department.name,
        told: '上不去水',
      }),
      {
        by: hanZhiming,
        change: change('referral.accept', { need: water, on: today, dueOn: today }, { happenedAt: noon }),
      },
    ]
    expect(composed(...referred).open[0]?.stage.is).toBe('waiting')
  })
})
