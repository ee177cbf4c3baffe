import { expect, test } from 'vitest'
import { isTicked, readCategories } from './categories.ts'

test('[R13] categories are a closed list, parted by 、 ， ； / or a space; 一般户 and 信访户 are nothing', () => {
  expect(readCategories('低保户、残疾人')).toEqual(['低保户', '残疾人'])
  expect(readCategories('農村低保／二级残疾；五保 退役军人，建档立卡户')).toEqual([
    '低保户',
    '残疾人',
    '特困',
    '优抚',
    '脱贫户',
  ])
  expect(readCategories('一般户 信访户 重点户 上访')).toEqual([])
})

test('[R2] 是, 有, √, ✓, 1 and Y tick a category, anything else does not', () => {
  for (const tick of ['是', '有', '√', '✓', '1', 'Y', 'Ｙ']) expect(isTicked(tick)).toBe(true)
  for (const none of ['否', '无', '', '0', 'N', '×', '否（是）']) expect(isTicked(none)).toBe(false)
})
