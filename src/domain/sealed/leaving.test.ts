import { expect, test } from 'vitest'
import { asId, type PersonId } from '../base/ids.ts'
import { halvesWithout, lettersWithout, type LetterHalves } from './leaving.ts'

const [shen, liu, tang] = ['shen-0001', 'liu-00001', 'tang-0001'].map(one => asId<PersonId>(one)) as [
  PersonId,
  PersonId,
  PersonId,
] // three texts, three ids
const half = (whose: PersonId, other: PersonId) => ({ for: whose, with: other, sealed: `${whose} ${other}` })
const both = (one: PersonId, other: PersonId) => [half(one, other), half(other, one)]
const letter = (shares: LetterHalves['shares'], turns: LetterHalves['turns'] = []): LetterHalves => ({
  shares,
  turns,
})

test('[H19] of three, two are left who open the letter when one leaves', () => {
  const three = letter([...both(shen, liu), ...both(shen, tang)])
  expect(halvesWithout(three, liu).shares).toEqual(both(shen, tang))
  expect(lettersWithout([three], liu)).toEqual({ still: 1, closes: 0 })
  expect(lettersWithout([three], shen)).toEqual({ still: 0, closes: 1 })
})

test('[H19] of two who never turned a key, nothing is left that opens it', () => {
  expect(halvesWithout(letter(both(shen, liu)), liu)).toEqual({ shares: [], turns: [] })
})

test('[H19] who was given the leaving one’s half keeps both, and what was sealed to the leaving one goes', () => {
  const turned = letter(both(shen, liu), [
    { person: liu, shares: [half(shen, liu)] },
    { person: shen, shares: [half(liu, shen)] },
  ])
  const left = halvesWithout(turned, liu)
  expect(left.shares).toEqual([half(shen, liu)])
  expect(left.turns).toEqual([
    { person: liu, shares: [half(shen, liu)] },
    { person: shen, shares: [] },
  ])
  expect(lettersWithout([turned], liu)).toEqual({ still: 1, closes: 0 })
})

test('[H19] a letter that was never sealed to them stays as it is', () => {
  const other = letter(both(shen, tang))
  expect(halvesWithout(other, liu)).toEqual(other)
  expect(lettersWithout([other], liu)).toEqual({ still: 0, closes: 0 })
})
