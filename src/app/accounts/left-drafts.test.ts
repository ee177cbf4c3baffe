import { expect, test } from 'vitest'
import { asId, type VisitId } from '#domain/base/ids.ts'
import { newHousehold } from '#domain/households/household.ts'
import { fuFamily, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { leftDrafts } from './left-drafts.ts'

const here = newHousehold(wangFamily, gaoqiao)
const visit = asId<VisitId>('visit-0001')
const diary = JSON.stringify({ on: today, text: '守田叔留我们喝了茶', judged: {} })

const left = (drafts: Readonly<Record<string, string>>) =>
  leftDrafts({ drafts: new Map(Object.entries(drafts)), households: [here], refused: ['change-0001'] })

test('[S5] [S13] what was half written of a family this phone has forgotten is found, with its words', () => {
  expect(left({ [`diary/${fuFamily}/${visit}`]: diary })).toEqual([
    { key: `diary/${fuFamily}/${visit}`, kind: 'diary', words: '守田叔留我们喝了茶', spoken: false },
  ])
  const form = JSON.stringify({ to: 'county-bureau', by: today, mayTell: '路', keepBack: '家里的账' })
  expect(left({ 'need-refer/need-0009': form })).toEqual([
    { key: 'need-refer/need-0009', kind: 'other', words: '路\n家里的账', spoken: false },
  ])
})

test('what belongs to a family here, to its visits begun by chance, or to a change for review is none of these', () => {
  expect(
    left({ [`diary/${wangFamily}/${visit}`]: diary, [`plan/${wangFamily}`]: '{"note":"路口见"}' }),
  ).toEqual([])
  expect(left({ diaries: `${visit} ${wangFamily}`, [`diary/${visit}`]: diary })).toEqual([])
  expect(left({ 'mend/change-0001': '{"words":"路"}' })).toEqual([])
})

test('[S5] [H8] one that was only spoken is found as well', () => {
  const spoken = JSON.stringify({ on: today, text: '', judged: {}, spoken: true })
  expect(left({ [`diary/${fuFamily}/${visit}`]: spoken })).toEqual([
    { key: `diary/${fuFamily}/${visit}`, kind: 'diary', words: '', spoken: true },
  ])
})

test('a draft without words of anybody is none', () => {
  expect(left({ [`diary/${fuFamily}/${visit}`]: JSON.stringify({ on: today, text: '' }) })).toEqual([])
  expect(left({ 'need-refer/need-0009': JSON.stringify({ by: today, to: 'county-bureau' }) })).toEqual([])
})
