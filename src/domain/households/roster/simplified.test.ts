import { expect, test } from 'vitest'
import { simplified } from './simplified.ts'

test('[R13] words become simplified, character for character', () => {
  expect(simplified('與戶主關係 孫女 兒媳 殘疾 監測對象 遷出')).toBe(
    '与户主关系 孙女 儿媳 残疾 监测对象 迁出',
  )
})
