import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { villagesOf } from './divisions.ts'

test('[R3] the villages of 房县 (420325) are exactly those of the list that rosters are compared with', () => {
  const list = readFileSync(new URL('../../../test/rosters/villages-420325.csv', import.meta.url), 'utf8')
  const lines = villagesOf('420325').map(({ code, town, name }) => `${code},${town},${name}`)
  expect(['code,town,village', ...lines]).toEqual(list.trim().split(/\r?\n/))
})

test('a village says what it lies in', () => {
  expect(villagesOf('420325107200')).toEqual([
    {
      code: '420325107200',
      province: '湖北省',
      city: '十堰市',
      county: '房县',
      town: '白鹤镇',
      name: '孙家湾村',
    },
  ])
})

test('an area is any beginning of a code; one that does not exist has no villages', () => {
  expect(villagesOf('420325107').every(village => village.town === '白鹤镇')).toBe(true)
  expect(villagesOf('42').length).toBeGreaterThan(20_000)
  for (const nowhere of ['', '4', '99', '420399', '../x', '4203250000001'])
    expect(villagesOf(nowhere)).toEqual([])
})
