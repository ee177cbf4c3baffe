import { expect, test } from 'vitest'
import { groupName } from './group.ts'

test('[R6] a number in any writing becomes 3组', () => {
  for (const written of [
    '3',
    '03',
    '３',
    '三',
    '三组',
    '第三组',
    '3组',
    '三小组',
    '3村民小组',
    '第三村民小组',
    '叁组',
    '③',
    ' 三 组 ',
    '三組',
  ])
    expect([written, groupName(written)]).toEqual([written, '3组'])
  const others = {
    十: '10组',
    十一组: '11组',
    二十: '20组',
    二十三组: '23组',
    廿一: '21组',
    '12': '12组',
    两组: '2组',
  }
  for (const [written, group] of Object.entries(others)) expect(groupName(written)).toBe(group)
})

test('[R6] other names stay, an empty cell names none', () => {
  for (const name of ['上湾组', '三里组', '老街', '组', '小组']) expect(groupName(name)).toBe(name)
  expect(groupName(' ')).toBeNull()
})
