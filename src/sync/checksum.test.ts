import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './checksum.ts'

/** What the text is, written out plainly: keys in order, nothing that is undefined. */
function plainly(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${plainly(one)}`).join(',')}}`
}

// Keys as states have them: no whole numbers, which JavaScript puts first whatever is done.
const key = fc
  .string({ minLength: 1, maxLength: 6 })
  .filter(text => !/^\d+$/.test(text) && text !== '__proto__')
const states = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 12 }),
  ),
})).value

describe('the text a state is hashed by', () => {
  test('[S7] is the same as ever: keys in order on every level, nothing that is undefined', () => {
    fc.assert(fc.property(states, value => canonical(value) === plainly(value)))
  })
  test('[S9] does not hang on the order in which the keys came', () => {
    expect(canonical({ b: 1, a: { d: [{ y: 1, x: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}',
    )
  })
})
