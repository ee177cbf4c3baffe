import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { asId, type PromiseId, type VisitId } from '#domain/base/ids.ts'
import { change, noon, plan, promise, today } from '#test/builders/changes.ts'
import { asOwnVisit, mendableOf, mendBody } from './mend-change.ts'

const given = promise(asId<PromiseId>('promise-01'))

test('[S5] the day and the words of a refused promise can be mended, the rest stays', () => {
  expect(mendableOf(given)).toEqual({ day: '2026-04-22', words: '下周三前给您回话' })
  const day = asDay('2026-04-29')
  expect(mendBody(given, { day, words: ' 月底前给您回话 ' })).toEqual({
    ...given.body,
    dueOn: day,
    words: '月底前给您回话',
  })
})

test('[S5] a plan has its day and its purpose to mend', () => {
  expect(mendableOf(plan(asId<VisitId>('visit-0001')))).toEqual({
    day: '2026-04-17',
    words: '把镇里的答复讲给他家听',
  })
})

test('[S5] what has neither day nor words is sent again as it was', () => {
  const asked = change('advice.ask', { visit: asId<VisitId>('visit-0001') })
  expect(mendableOf(asked)).toEqual({ day: null, words: null })
  expect(mendBody(asked, { day: null, words: null })).toEqual(asked.body)
})

test('[S10] a colleague recorded the same visit first: mine stands as one of its own, with its story', () => {
  const visit = asId<VisitId>('visit-0001')
  const recorded = change('visit.record', {
    visit,
    on: today,
    time: null,
    companions: [],
    outcome: { is: 'held' },
  })
  const refused = { change: recorded, diary: '坐了坐。', writtenAt: noon }
  const own = asId<VisitId>('visit-0002')
  expect(asOwnVisit({ ...refused, because: 'visit-over' }, own)).toEqual({ ...recorded.body, visit: own })
  expect(asOwnVisit({ ...refused, because: 'day-in-future' }, own)).toBeNull()
})
