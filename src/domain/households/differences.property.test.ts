import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { change, today } from '#test/builders/changes.ts'
import { registered, type Lived } from '#test/builders/household.ts'
import { heLan, tianJianguo, zhouMin } from '#test/builders/people.ts'
import type { Change } from '#sync/change.ts'
import { choosersOf, differencesOf, settle } from './differences.ts'
import { factsFor, hasSameValue } from './facts.ts'
import { sources, type Fact, type Household } from './household.ts'

const people = [zhouMin, tianJianguo, heLan] as const

/** Somebody hears a number, or settles what lay before their eyes some steps ago: they had no signal since. */
const step = fc.record({
  is: fc.constantFrom('hear', 'settle', 'leave'),
  by: fc.constantFrom(...people),
  number: fc.nat({ max: 3 }),
  source: fc.constantFrom(...sources.slice(0, 2)),
  stale: fc.nat({ max: 4 }),
})
const lives = fc.array(step, { minLength: 4, maxLength: 25, size: 'max' })
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

type Lives = { readonly states: readonly Lived[]; readonly changes: readonly (Change | null)[] }

/** Every state on the way; where a step is refused nothing happens. */
function live(steps: readonly Step[]): Lives {
  const states: Lived[] = [registered()]
  const changes: (Change | null)[] = []
  for (const one of steps) {
    const now = states.at(-1) ?? registered()
    const next = changeOf(one, states[Math.max(0, states.length - 1 - one.stale)] ?? now)
    const stands = next !== null && now.refusal(next, one.by) === null
    changes.push(stands ? next : null)
    states.push(stands ? now.after(next, one.by) : now)
  }
  return { states, changes }
}

function changeOf({ is, number, source }: Step, seen: Lived): Change | null {
  const value = `1380000000${number}`
  if (is === 'hear')
    return change('household.learn', {
      facts: [{ key: 'telephone', value, source, learnedOn: today, until: null }],
    })
  const body = settle(seen.known, 'telephone', { use: is === 'leave' ? null : value, today })
  return body.among.length < 2 ? null : change('household.settle', body)
}

const said = ({ value, source, by, learnedOn }: Fact) => ({ value, source, by, learnedOn })
const telephones = (known: Household) => known.facts.filter(({ key }) => key === 'telephone')
const over = (known: Household) => differencesOf(known, today).find(({ key }) => key === 'telephone')

describe('whatever is heard and settled by people who do not see each other', () => {
  test('[S10] no word is lost or altered, and each settlement stays in the history', () => {
    let settlements = 0
    fc.assert(
      fc.property(lives, steps => {
        const { states, changes } = live(steps)
        states.slice(1).forEach((after, place) => {
          const before = states[place]?.known.facts ?? []
          expect(after.known.facts.slice(0, before.length).map(said)).toEqual(before.map(said))
          before.forEach(({ settled = [] }, index) =>
            expect((after.known.facts[index]?.settled ?? []).slice(0, settled.length)).toEqual(settled),
          )
          if (changes[place]?.kind !== 'household.settle') return
          settlements += 1
          const marked = after.known.facts.filter((fact, index) => fact !== before[index])
          expect(marked.length).toBeGreaterThan(1)
          for (const { settled } of marked) expect(settled?.at(-1)?.by.id).toBe(steps[place]?.by.id)
        })
      }),
    )
    expect(settlements).toBeGreaterThan(50)
  })

  test('[S10] what is said after a settlement stands; what was chosen last is in use, or beside what was not seen', () => {
    fc.assert(
      fc.property(lives, steps => {
        const { states, changes } = live(steps)
        changes.forEach((one, place) => {
          const standing = factsFor(states[place + 1]?.known ?? registered().known, 'telephone', today)
          if (one?.kind === 'household.learn') {
            const value = one.body.facts[0]?.value
            expect(standing.map(fact => fact.value)).toContain(value)
          }
          if (one?.kind === 'household.settle' && one.body.use !== null) {
            const { use } = one.body
            expect(standing.some(fact => hasSameValue(fact.value, use))).toBe(true)
          }
        })
      }),
    )
  })

  test('[S10] [H3] every word is in sight while they differ, and whoever chose one stands beside it', () => {
    fc.assert(
      fc.property(lives, steps => {
        for (const { known } of live(steps).states) {
          const difference = over(known)
          if (difference === undefined) continue
          const inSight = [...difference.facts, ...difference.aside]
          for (const { value } of telephones(known))
            expect(inSight.filter(fact => hasSameValue(fact.value, value))).toHaveLength(1)
          if (difference.is === 'settled')
            expect(difference.facts.flatMap(fact => choosersOf(known, fact))).not.toEqual([])
        }
      }),
    )
  })
})
