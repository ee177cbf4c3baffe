import { expect, test } from 'vitest'
import { asId, type PersonId } from '../base/ids.ts'
import { mayBeLeftOut, pairsOf, type Opener, type OpenerRole } from './opener.ts'
import { groupedReceipt, readReceipt } from './receipt.ts'

const opener = (id: string, role: OpenerRole): Opener => ({
  id: asId<PersonId>(`person-${id}`),
  name: id,
  role,
  key: '',
})
const shen = opener('shen', 'privacy-officer')
const liu = opener('liuu', 'office')
const he = opener('heee', 'office')

test('[H19] a letter is opened by two, one of them the privacy officer; by nobody alone', () => {
  expect(pairsOf([])).toEqual([])
  expect(pairsOf([shen])).toEqual([])
  expect(pairsOf([liu, he])).toEqual([])
  expect(pairsOf([shen, liu])).toEqual([[shen, liu]])
  expect(pairsOf([shen, liu, he])).toEqual([
    [shen, liu],
    [shen, he],
  ])
})

test('[H19] a letter passes by the opener it is about only where two are left who may open it', () => {
  expect(mayBeLeftOut([shen, liu], new Set())).toEqual([])
  expect(mayBeLeftOut([shen, liu, he], new Set())).toEqual([liu, he])
  expect(mayBeLeftOut([shen, liu, he], new Set([liu.id]))).toEqual([liu])
})

test('a code is read however it was copied, and nothing else is', () => {
  const code = 'ABCDEFGHJKLMNPQR'
  expect(readReceipt(groupedReceipt(code).toLowerCase())).toBe(code)
  for (const other of ['', 'ABCD', `${code}S`, 'ABCDEFGHJKLMNPQ0']) expect(readReceipt(other)).toBeNull()
})
