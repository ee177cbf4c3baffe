import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDay } from '../base/days.ts'
import { exampleHousehold, type ExampleFamily, type ExamplePerson } from './example-families.ts'
import { readExpression } from './expression.ts'
import { fitOf, policyFitOf, readPolicies } from './fit.ts'
import { knownFactsOf } from './known-facts.ts'
import { lintExpression } from './lint-expression.ts'
import { shippedPolicies } from './shipped/policies.ts'

const today = asDay('2026-04-16')
const category = fc.constantFrom('低保户', '特困', '监测户', '残疾人', '优抚', '脱贫户')
const person: fc.Arbitrary<ExamplePerson> = fc.tuple(
  fc.constantFrom('户主', '妻', '孙子', ''),
  fc.option(fc.integer({ min: 0, max: 110 }), { nil: null }),
  fc.constantFrom('', '小学', '初中'),
)
const anyFamily: fc.Arbitrary<ExampleFamily> = fc.record({
  id: fc.constant('any-family'),
  people: fc.array(person, { maxLength: 6 }),
  categories: fc.array(category, { maxLength: 3 }),
})

const word = fc.constantFrom(
  ...'members m age relation schooling categories needs season month group away livingAtHome income exists all filter size'.split(
    ' ',
  ),
  ...'( ) [ ] . , && || ! == >= < in + - * / % ? : 0 1 65 "低保户" "x" null true 1.5 99999999999999999999'.split(
    ' ',
  ),
)
const anyExpression = fc.oneof(
  fc.array(word, { maxLength: 14 }).map(words => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...shippedPolicies.map(({ entitled }) => entitled)),
  fc.constantFrom('1 / 0 == 1', 'members[7].age > 3', '"5" in [1]', 'away.exists(a, a.contains(group))'),
)

test('[H6] whatever is written and whatever is known, nothing throws', () => {
  fc.assert(
    fc.property(anyExpression, anyFamily, (written, example) => {
      lintExpression(written)
      const expression = readExpression(written)
      if (expression === null) return
      const fit = fitOf(expression, knownFactsOf(exampleHousehold(example, today), today))
      expect(['worth-explaining', 'unknown', 'not']).toContain(fit.is)
    }),
    { numRuns: 1500 },
  )
})

test('[H6] what the linter takes can be read and asked', () => {
  fc.assert(
    fc.property(anyExpression, written => {
      if (lintExpression(written).length === 0) expect(readExpression(written)).not.toBeNull()
    }),
    { numRuns: 1500 },
  )
})

test('[H6] learning a birth year never turns a yes into a no or a no into a yes', () => {
  const policies = readPolicies(shippedPolicies)
  fc.assert(
    fc.property(anyFamily, fc.integer({ min: 0, max: 110 }), (example, age) => {
      const people = example.people.map(([relation, known, schooling = '']): ExamplePerson => [
        relation,
        known ?? age,
        schooling,
      ])
      const learned = { ...example, people }
      const askedOf = (one: ExampleFamily) => knownFactsOf(exampleHousehold(one, today), today)
      for (const { expression } of policies) {
        const before = fitOf(expression, askedOf(example)).is
        if (before !== 'unknown') expect(fitOf(expression, askedOf(learned)).is).toBe(before)
      }
    }),
  )
})

test('[H6] every yes of a brief has a reason with it', () => {
  const policies = readPolicies(shippedPolicies)
  fc.assert(
    fc.property(anyFamily, example => {
      for (const { because } of policyFitOf(policies, exampleHousehold(example, today), today).worth)
        expect(because.length).toBeGreaterThan(0)
    }),
  )
})
