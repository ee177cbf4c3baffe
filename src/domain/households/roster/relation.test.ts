import { expect, test } from 'vitest'
import { relationAtStart, relationName } from './relation.ts'

test('[R13] relations stay as written, simplified; 本人 is 户主', () => {
  expect(relationName('本人')).toBe('户主')
  expect(relationName('戶主')).toBe('户主')
  expect(relationName('孫女')).toBe('孙女')
  expect(relationName('堂姑婆')).toBe('堂姑婆')
  expect(relationName('户 主')).toBe('户主')
})

test('[R11] the longest relation word comes first', () => {
  expect(relationAtStart('孙子豪')).toEqual({ relation: '孙子', rest: '豪' })
  expect(relationAtStart('儿媳妇王秀英')).toEqual({ relation: '儿媳妇', rest: '王秀英' })
  expect(relationAtStart('孙秀英')).toBeNull()
})
