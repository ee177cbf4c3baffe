import { expect, test } from 'vitest'
import { pairs } from '#domain/households/roster/simplified-pairs.ts'
import { extractPairs } from './extract-simplified.ts'

test('[R2] the committed table holds every traditional character of the words the importer knows', () => {
  expect(pairs.split(' ')).toEqual(extractPairs())
})
