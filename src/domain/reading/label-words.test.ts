import { describe, expect, test } from 'vitest'
import { labelIn } from './label-words.ts'

describe('words that label people', () => {
  test.each([
    ['他家是上访户，去了小心', '上访户', 'old-matter'],
    ['出了名的钉子户', '钉子户', 'old-matter'],
    ['男的不太配合', '不太配合', 'manner'],
    ['老头顽固得很', '顽固得很', 'manner'],
    ['这家难缠', '难缠', 'manner'],
    ['就是懒汉一个', '懒汉', 'work'],
    ['重点人员，要看住', '重点人员', 'watched'],
  ])('[H2] %s: points at %s', (text, quote, about) => {
    expect(labelIn(text)).toEqual({ quote, about })
  })

  test.each([
    '天擦黑再去，先喊一声狗',
    '他耳朵背，说慢些',
    '机器不配合，割了一半',
    '收工后在，喊她名字就好',
    '',
  ])('[H2] %s: nothing to point at', text => {
    expect(labelIn(text)).toBeNull()
  })
})
