import { describe, expect, test } from 'vitest'
import { agree, change, raise, road, today, water } from '#test/builders/changes.ts'
import { family } from '#test/builders/family.ts'
import { readDiary } from '../reading/read-diary.ts'
import { markedByHand, proposalsFrom, strikeOut } from './proposals.ts'

const diary =
  '守田叔在院坝劈柴，先把镇里的话讲了。屋后的水沟堵了，一下雨就往屋里灌。我说下周三前请人来看。灶屋的灯泡老闪，老田当场换了。'

const proposed = (text: string, household = family()) =>
  proposalsFrom(readDiary(text, today), text, household, today)

describe('what a diary proposes', () => {
  test('[H9] every proposal stands on the words it came from', () => {
    const { proposals } = proposed(diary)
    expect(proposals.length).toBeGreaterThan(2)
    for (const { quote, start, end } of proposals) expect(diary.slice(start, end)).toBe(quote)
  })

  test('[H9] the kinds are those of the household: a need, a promise with its day, done there and then', () => {
    const text = '二楼水压不够，上不去水。'
    expect(proposed(text).proposals.map(({ proposed }) => proposed.is)).toEqual(['need'])
    const kinds = proposed(diary).proposals.map(({ proposed }) => proposed.is)
    expect(kinds).toContain('done-there')
    expect(proposed(diary).proposals.find(one => one.proposed.is === 'promise')?.proposed).toMatchObject({
      dueOn: '2026-04-22',
    })
  })

  test('a matter that is open already is taken up again, not raised anew', () => {
    const known = family(change('need.raise', { ...raise(water).body, words: '屋后水沟堵了' }))
    const again = proposed(diary, known).proposals.find(one => one.proposed.is === 'open-need')
    expect(again?.proposed).toMatchObject({ need: water, about: '屋后水沟堵了' })
  })

  test('[H12] that a waiting result was told is proposed where the diary tells of telling', () => {
    const withResult = family(
      raise(road),
      agree(road),
      change('need.take-in-hand', { need: road, on: today, way: 'guided', next: null }),
      change('need.find', { need: road, on: today, words: '先铺砂石', kind: 'done' }),
    )
    const told = proposed(diary, withResult).proposals.find(one => one.proposed.is === 'told')
    expect(told?.quote).toContain('镇里的话讲了')
    expect(proposed(diary).proposals.some(one => one.proposed.is === 'told')).toBe(false)
  })

  test('[H19] an old matter is a warning and never a proposal', () => {
    const text = '他又说起九八年征地补偿的账，我就听着。'
    const { proposals, warnings } = proposed(text)
    expect(warnings.map(({ about }) => about)).toContain('old-matter')
    expect(proposals.filter(({ quote }) => quote.includes('征地'))).toEqual([])
  })

  test('an identity number is warned about and struck out with its bracket', () => {
    const text = '桂香婶（11010519491231002X）说好。'
    expect(proposed(text).warnings.map(({ about }) => about)).toEqual(['identity-number'])
    expect(strikeOut(text, '11010519491231002X')).toBe('桂香婶说好。')
  })

  test('a telephone is taken as its digits, and said to be the same when it is known', () => {
    const text = '电话改成15800006630，儿子那个号不用了。'
    const fact = { key: 'telephone', source: 'household', value: '158 0000 6630' } as const
    const known = family(change('household.learn', { facts: [{ ...fact, learnedOn: today, until: null }] }))
    expect(proposed(text).proposals[0]?.proposed).toMatchObject({ value: '15800006630', sameAsKept: false })
    expect(proposed(text, known).proposals[0]?.proposed).toMatchObject({ sameAsKept: true })
  })

  test('[H9] words marked by hand become a need in the family’s own words', () => {
    const start = diary.indexOf('一下雨')
    const marked = markedByHand(start, start + 8, diary)
    expect(marked.proposed).toMatchObject({ is: 'need', words: '一下雨就往屋里灌' })
  })
})
