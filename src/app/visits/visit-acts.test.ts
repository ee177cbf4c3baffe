import { describe, expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { asId, type ChangeId, type NeedId, type PromiseId, type VisitId } from '#domain/base/ids.ts'
import type { Proposal, Proposed } from '#domain/visits/proposals.ts'
import { today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { type DiaryDraft, mendFrom, parseDraft, writeDraft } from './diary-draft.ts'
import { actsOfVisit, type Story } from './visit-acts.ts'

let made = 0
const next = <Id extends string>() => asId<Id>(`made-${String((made += 1)).padStart(6, '0')}`)
const ids = { change: () => next<ChangeId>(), need: () => next<NeedId>(), promise: () => next<PromiseId>() }

const proposal = (proposed: Proposed): Proposal => ({
  key: 'k',
  quote: '灯泡老闪',
  start: 0,
  end: 4,
  proposed,
})
const need = proposal({ is: 'need', words: '屋后的水沟堵了', category: 'infrastructure', level: 'household' })
const bulb = proposal({ is: 'done-there', words: '灯泡老闪', category: 'family-own', result: '灯泡老闪' })

const story = (part: Partial<Story>): Story => ({
  village: gaoqiao,
  household: wangFamily,
  visit: asId<VisitId>('visit-0001'),
  on: today,
  time: 'after-supper',
  companions: ['田建国'],
  text: '坐了一会儿。',
  draft: 'diary/visit-0001',
  taken: [],
  saidBy: '王守田',
  followUp: words => `盯着：${words}`,
  ...part,
})

const kinds = (part: Partial<Story>) => actsOfVisit(story(part), ids).map(act => act.kind)

describe('a visit written down', () => {
  test('[H11] a visit that found nothing is one act', () => {
    const [record, ...rest] = actsOfVisit(story({ text: '' }), ids)
    expect(rest).toEqual([])
    expect(record).toMatchObject({
      kind: 'visit.record',
      draft: 'diary/visit-0001',
      body: { outcome: { is: 'held' } },
    })
    expect(record).not.toHaveProperty('diary')
  })

  test('[H9] only what was taken becomes a record', () => {
    expect(kinds({})).toEqual(['visit.record'])
    expect(kinds({ taken: [{ proposal: need, mended: null }] })).toEqual(['visit.record', 'need.raise'])
  })

  test('[S4] the agreement builds on the raising, and neither on the visit', () => {
    const mended = { ...mendFrom(need), agreed: true, mayTell: '水沟' }
    const [record, raise, agree] = actsOfVisit(story({ taken: [{ proposal: need, mended }] }), ids)
    expect(agree).toMatchObject({ kind: 'need.agree', after: [raise?.id], body: { mayTell: '水沟' } })
    expect(raise).not.toHaveProperty('after')
    expect(record).not.toHaveProperty('id')
  })

  test('[H12] done there and then is solved by the household’s word, heard by the companion as well', () => {
    const acts = actsOfVisit(story({ taken: [{ proposal: bulb, mended: null }] }), ids)
    expect(acts.map(act => act.kind).slice(1)).toEqual([
      'need.raise',
      'need.do-on-the-spot',
      'need.hear-answer',
    ])
    expect(acts.at(-1)?.body).toMatchObject({ says: 'solved', channel: 'at-the-door', witness: '田建国' })
  })

  test('[H12] without a second ear the word is not written; it stays awaited', () => {
    const taken = [{ proposal: bulb, mended: null }]
    expect(kinds({ companions: [], taken })).toEqual(['visit.record', 'need.raise', 'need.do-on-the-spot'])
  })

  test('[H20] a promise keeps its words and its day; what others promised is kept an eye on', () => {
    const dueOn = asDay('2026-04-22')
    const own = proposal({ is: 'promise', words: '下周三前请人来', dueOn })
    const others = proposal({ is: 'others-promise', words: '村里来修', dueOn: null })
    const acts = actsOfVisit(
      story({ taken: [own, others].map(proposal => ({ proposal, mended: null })) }),
      ids,
    )
    expect(acts[1]?.body).toMatchObject({ words: '下周三前请人来', dueOn, givenOn: today })
    expect(acts[2]?.body).toMatchObject({ words: '盯着：村里来修', dueOn: null })
  })

  test('[H3] facts are learned with their source, in one act', () => {
    const telephone = proposal({
      is: 'fact',
      key: 'telephone',
      value: '158 0000 6630',
      source: 'household',
      sameAsKept: false,
    })
    const acts = actsOfVisit(story({ taken: [{ proposal: telephone, mended: null }] }), ids)
    expect(acts[1]).toMatchObject({
      kind: 'household.learn',
      body: { facts: [{ key: 'telephone', source: 'household', learnedOn: today }] },
    })
  })
})

describe('the draft of a diary', () => {
  const first: DiaryDraft = {
    on: today,
    time: null,
    companions: '',
    text: '',
    judged: {},
    hand: [],
    spoken: false,
  }

  test('[S3] what was written and judged comes back as it was', () => {
    const draft: DiaryDraft = {
      ...first,
      text: '坐了一会儿。',
      judged: {
        a: { is: 'left' },
        b: { is: 'taken', mended: mendFrom(need) },
        c: { is: 'mending', mended: mendFrom(bulb) },
      },
      hand: ['坐了'],
    }
    expect(parseDraft(writeDraft(draft), first)).toEqual(draft)
  })

  test('a page only opened leaves no draft; a broken draft is as at first', () => {
    expect(writeDraft(first)).toBe('')
    expect(parseDraft('{"on":"never","judged":{"a":{"is":"sold"}}', first)).toEqual(first)
    expect(parseDraft('{"on":"never","judged":{"a":{"is":"sold"}}}', first)).toEqual(first)
  })
})
