import { expect, test } from 'vitest'
import { markAfterName, markIn, withoutMark } from './marks.ts'

const died = { code: 'deceased', ofAll: false }
const left = { code: 'moved-out', ofAll: false }

test('[R10] a mark begins a clause, after at most 本人, 户口, 整户, 全家, 于, 因病 and a year, month, day', () => {
  for (const remark of [
    '已故',
    '死亡',
    '2023年病故',
    '2025年11月去世',
    '本人于2020年3月5日因病去世',
    '低保户，已亡故',
    '身故',
    '已病故',
    '２０２３年病故',
  ])
    expect([remark, markIn(remark)]).toEqual([remark, died])
  for (const remark of [
    '迁出',
    '已迁出',
    '户口迁出',
    '已分户',
    '2024年5月迁出',
    '2022年5月迁出至郧阳区',
    '在外务工；户口已迁出',
    '已遷出',
  ])
    expect([remark, markIn(remark)]).toEqual([remark, left])
})

test('[R10] what is said of another, or not, or of marrying out is no mark', () => {
  const none = [
    '丈夫2019年病故',
    '父母已故',
    '户口未迁出',
    '从父亲户分出',
    '已外嫁',
    '2024年从父亲户（H018）分出',
    '迁入',
    '分户',
    '',
  ]
  for (const remark of none) expect([remark, markIn(remark)]).toEqual([remark, null])
  expect(markIn('已外嫁，户口未迁出')).toBeNull()
})

test('[R10] 整户 or 全家 speaks for all rows of the household', () => {
  expect(markIn('整户迁出')).toEqual({ code: 'moved-out', ofAll: true })
  expect(markIn('2024年全家迁出')).toEqual({ code: 'moved-out', ofAll: true })
})

test('[R10] a mark may stand in brackets after a name; other brackets belong to the name', () => {
  expect(markAfterName('赵莲（已故）')).toEqual(died)
  expect(markAfterName('赵莲(2020年去世)')).toEqual(died)
  expect(markAfterName('赵莲（小名莲子）')).toBeNull()
  expect(withoutMark('赵莲（已故）')).toBe('赵莲')
  expect(withoutMark('赵莲（小名莲子）')).toBe('赵莲（小名莲子）')
})
