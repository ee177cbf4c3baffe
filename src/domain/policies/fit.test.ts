import { describe, expect, test } from 'vitest'
import { asDay } from '../base/days.ts'
import { exampleFamilies, exampleHousehold, type ExampleFamily } from './example-families.ts'
import { readExpression } from './expression.ts'
import { explainedOn, fitOf, policyFitOf, readPolicies, type Fit } from './fit.ts'
import { knownFactsOf } from './known-facts.ts'
import { lintExpression } from './lint-expression.ts'
import { policiesFrom } from './kept-policies.ts'
import { policyCatalogue } from './policy-catalogue.ts'
import { isSample, type Policy } from './policy.ts'
import { shippedPolicies } from './shipped/policies.ts'

const spring = asDay('2026-04-16')
const autumn = asDay('2026-10-16')

const family = (parts: Partial<ExampleFamily>): ExampleFamily => ({ id: 'this-family', people: [], ...parts })

const fitIn = (entitled: string, example: ExampleFamily, today = spring): Fit => {
  const expression = readExpression(entitled)
  if (expression === null) throw new Error(`not read: ${entitled}`)
  return fitOf(expression, knownFactsOf(exampleHousehold(example, today), today))
}
const named = (id: string): Policy => {
  const policy = shippedPolicies.find(one => one.id === id)
  if (policy === undefined) throw new Error(`no policy ${id}`)
  return policy
}

const old = family({ people: [['户主', 72]] })
const grown = family({ people: [['户主', 40]] })
const noYear = family({ people: [['户主', null]] })
const nobody = family({})
const elders = 'members.exists(m, m.age >= 65)'

describe('what is known, what is not', () => {
  test('[H6] a fact that is not known gives unknown, never a guess', () => {
    expect(fitIn(elders, old).is).toBe('worth-explaining')
    expect(fitIn(elders, grown)).toEqual({ is: 'not' })
    expect(fitIn(elders, noYear)).toMatchObject({ is: 'unknown', missing: [{ is: 'birth-year' }] })
    expect(fitIn(elders, nobody)).toEqual({ is: 'unknown', missing: [{ is: 'members' }] })
    expect(fitIn('livingAtHome == "一个人"', old)).toEqual({
      is: 'unknown',
      missing: [{ is: 'fact', key: 'living-at-home' }],
    })
  })

  test('[H6] where the rest decides by itself, what is not known does not matter', () => {
    const half = family({
      people: [
        ['户主', null],
        ['妻', 70],
      ],
      categories: ['低保户'],
    })
    expect(fitIn(elders, half).is).toBe('worth-explaining')
    expect(fitIn(`"低保户" in categories || ${elders}`, { ...noYear, categories: ['低保户'] }).is).toBe(
      'worth-explaining',
    )
    expect(fitIn(`"残疾人" in categories && ${elders}`, noYear)).toEqual({ is: 'not' })
  })

  test('[H6] a category whose day has passed is neither yes nor no', () => {
    const over = family({ people: [['户主', 50]], lapsed: '残疾人' })
    const lapsed = { is: 'unknown', missing: [{ is: 'lapsed', category: '残疾人' }] }
    expect(fitIn('"残疾人" in categories', over)).toEqual(lapsed)
    expect(fitIn('!("残疾人" in categories)', over)).toEqual(lapsed)
    expect(fitIn('"优抚" in categories', over)).toEqual({ is: 'not' })
  })

  test('[H6] ages are those of the day: who becomes 65 this year is told this year', () => {
    expect(fitIn(elders, family({ people: [['户主', 65]] })).is).toBe('worth-explaining')
    expect(fitIn(elders, family({ people: [['户主', 64]] }))).toEqual({ is: 'not' })
  })
})

describe('why', () => {
  test('[H6] [H3] the reason names who and what, and bears whose word it is', () => {
    const couple = family({
      people: [
        ['户主', 72],
        ['妻', 70],
        ['儿子', 40],
      ],
      categories: ['残疾人'],
    })
    const both = fitIn(`${elders} && "残疾人" in categories && !("低保户" in categories)`, couple)
    expect(both).toMatchObject({
      is: 'worth-explaining',
      because: [
        { is: 'member', member: { name: '户主' }, age: 72, from: { source: 'roster' } },
        { is: 'member', member: { name: '妻' }, age: 70 },
        { is: 'fact', fact: { key: 'category', value: '残疾人', source: 'roster' } },
      ],
    })
    expect(both).toHaveProperty('because.length', 3)
    expect(fitIn('"残疾人" in categories || "低保户" in categories', couple)).toMatchObject({ because: [{}] })
  })

  test('[H6] of a need only its kind is a reason, of a season only that it is its time', () => {
    expect(fitIn('"hardship" in needs', family({ need: 'hardship' }))).toEqual({
      is: 'worth-explaining',
      because: [{ is: 'need', category: 'hardship' }],
    })
    expect(fitIn('month >= 9', nobody, autumn)).toEqual({
      is: 'worth-explaining',
      because: [{ is: 'season', season: 'autumn' }],
    })
  })
})

describe('a brief', () => {
  const policies = readPolicies(shippedPolicies)
  const wang = family({
    people: [
      ['户主', 72],
      ['妻', 70],
      ['孙子', 10],
    ],
  })

  test('[H6] offers at most four, always in the same order', () => {
    const fits = () => policyFitOf(policies, exampleHousehold(wang, spring), spring)
    expect(fits().worth.map(({ policy }) => policy.id)).toEqual([
      'free-checkup',
      'family-planning-award',
      'family-doctor',
      'farmland-subsidy',
    ])
    expect(fits()).toEqual(fits())
  })

  test('[H6] what was explained steps back for a year, and is offered again after that', () => {
    const told = exampleHousehold({ ...wang, explained: named('free-checkup').title }, spring)
    const { worth, explained } = policyFitOf(policies, told, spring)
    expect(worth.map(({ policy }) => policy.id)).not.toContain('free-checkup')
    expect(explained.map(({ policy }) => policy.id)).toEqual(['free-checkup'])
    const until = { ...told, facts: told.facts.map(fact => ({ ...fact, until: spring })) }
    expect(explainedOn(until, named('free-checkup'), spring)).not.toBeNull()
    expect(explainedOn(until, named('free-checkup'), asDay('2026-04-17'))).toBeNull()
  })

  test('[H6] a policy that has ended is not offered', () => {
    const ended = readPolicies([{ ...named('free-checkup'), validUntil: asDay('2026-04-15') }])
    expect(policyFitOf(ended, exampleHousehold(wang, spring), spring)).toEqual({
      worth: [],
      unsure: [],
      explained: [],
    })
  })

  test('[H6] an expression that cannot be read breaks nothing: that policy is left out', () => {
    const broken = { ...named('free-checkup'), id: 'broken', entitled: 'members.exists(m, m.income > )' }
    expect(readPolicies([broken, named('free-checkup')]).map(({ policy }) => policy.id)).toEqual([
      'free-checkup',
    ])
  })
})

describe('the catalogue that ships', () => {
  const tried = shippedPolicies.map(policy => {
    const families = exampleFamilies.map(example =>
      [spring, autumn].map(day => fitIn(policy.entitled, example, day).is),
    )
    return { id: policy.id, answers: new Set(families.flat()) }
  })

  test('[H6] has at least sixteen policies, all labelled as samples, each with its source', () => {
    expect(shippedPolicies.length).toBeGreaterThanOrEqual(16)
    expect(shippedPolicies.every(isSample)).toBe(true)
    expect(
      shippedPolicies.every(
        ({ source, place, papers }) => source !== '' && place !== '' && papers.length > 0,
      ),
    ).toBe(true)
    expect(policyCatalogue.read(shippedPolicies)).toEqual({ ok: true, body: shippedPolicies })
  })

  test.each(tried)('[H6] $id fits some example families and others not', ({ answers }) => {
    expect(answers).toContain('worth-explaining')
    expect(answers).toContain('not')
  })

  test('[H6] every policy that asks for an age is unknown where no birth year is', () => {
    const byAge = shippedPolicies.filter(({ entitled }) =>
      /^members\.exists\(m, m\.age >= \d+\)$/.test(entitled),
    )
    expect(byAge.length).toBeGreaterThan(2)
    for (const { entitled } of byAge) expect(fitIn(entitled, noYear).is).toBe('unknown')
  })

  test('[H6] is read from a device as it was written, and lines of another shape are passed over [S19]', () => {
    expect(policiesFrom(JSON.parse(JSON.stringify(shippedPolicies)))).toEqual(shippedPolicies)
    expect(policiesFrom([null, 3, 'x', { id: 'a' }, { ...named('free-checkup'), colour: 'red' }])).toEqual([
      named('free-checkup'),
    ])
    expect(policiesFrom({ lines: [] })).toEqual([])
  })
})

describe('the linter', () => {
  test.each([
    ['members.exists(m, m.income < 5000)', 'not-a-fact', 'income', 21],
    ['land > 3', 'not-a-fact', 'land', 1],
    ['members.exists(m, m.health == "病")', 'not-a-fact', 'health', 21],
    ['members.exists(m, m.age >= )', 'cannot-read', ')', 28],
    ['members.exists(m, m.age >= 65', 'cannot-read', '', 30],
    ['members.size()', 'not-yes-or-no', undefined, 1],
    ['members.exists(m, m.age > "65")', 'does-not-go-together', 'm.age > "65"', 19],
    ['"低保" in categories', 'not-one-of-its-words', '低保', 1],
    ['season == "雨季"', 'not-one-of-its-words', '雨季', 11],
    ['income("王")', 'not-a-call', 'income', 1],
    ['group.matches("(a+)+b")', 'not-a-call', 'matches', 1],
    ['members.exists(m, has(m.age))', 'not-a-call', 'has', 19],
    ['', 'cannot-read', '', 1],
  ])('[H6] refuses %s and says where', (written, because, part, at) => {
    expect(lintExpression(written)[0]).toMatchObject({ because, at, ...(part === undefined ? {} : { part }) })
  })

  test('[H6] the catalogue says which line it is', () => {
    const read = policyCatalogue.read([
      named('free-checkup'),
      { ...named('rain-and-dew'), entitled: 'income < 1' },
    ])
    expect(read).toEqual({
      ok: false,
      problems: [
        { line: 2, title: '雨露计划', field: 'entitled', because: 'not-a-fact', part: 'income', at: 1 },
      ],
    })
  })
})
