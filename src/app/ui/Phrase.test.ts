import { expect, test } from 'vitest'
import { clausesOf } from './Phrase.tsx'

test('a line breaks between sentences first, then at a comma; closing marks stay with their words', () => {
  expect(clausesOf('三组，塘边第三家。明天晚饭后，和田建国同去。')).toEqual([
    ['三组，', '塘边第三家。'],
    ['明天晚饭后，', '和田建国同去。'],
  ])
  expect(clausesOf('他说「晓得了，有个准信就行。」')).toEqual([['他说「晓得了，', '有个准信就行。」']])
  expect(clausesOf('王守田家')).toEqual([['王守田家']])
})

test('nothing of a text is lost by breaking it', () => {
  const text = 'Group 3, third house by the pond. Tomorrow after supper, with Tian Jianguo.'
  expect(clausesOf(text).flat().join('')).toBe(text)
})
