import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/base/days.ts'
import type { Actor } from '#domain/access/grants.ts'
import { change, today } from '#test/builders/changes.ts'
import { registered, type Lived } from '#test/builders/household.ts'
import { heLan, liuYulan, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { choosersOf, differencesOf, differencesWith, settle } from './differences.ts'
import { currentFact } from './facts.ts'
import type { Source } from './household.ts'

const first = '13900000001'
const second = '15800000002'
const third = '18700000003'

const heard = (value: string, source: Source = 'household', until: typeof today | null = null) =>
  change('household.learn', { facts: [{ key: 'telephone', value, source, learnedOn: today, until }] })

const settling = (seen: Lived, use: string | null) =>
  change('household.settle', settle(seen.known, 'telephone', { use, today }))

/** Two colleagues heard two numbers from the family itself. */
const differing = () => registered().after(heard(first), zhouMin).after(heard(second), tianJianguo)

const telephone = ({ known }: Lived) => differencesOf(known, today).find(({ key }) => key === 'telephone')
const used = ({ known }: Lived) => currentFact(known, 'telephone', today)

describe('two words about one thing', () => {
  test('[S10] [H3] what two colleagues heard stands side by side, with who heard it, and both see it', () => {
    const lived = differing()
    expect(telephone(lived)).toMatchObject({
      is: 'open',
      facts: [
        { value: second, by: { name: '田建国' } },
        { value: first, by: { name: '周敏' } },
      ],
    })
    for (const { id } of [zhouMin, tianJianguo])
      expect(differencesWith([lived.known], id, today)).toMatchObject([{ difference: { key: 'telephone' } }])
    expect(differencesWith([lived.known], heLan.id, today)).toEqual([])
  })

  test('[S10] one of the team settles it; both words stay, and who chose is to be read', () => {
    const lived = differing()
    const settled = lived.after(settling(lived, first), heLan)
    expect(used(settled)).toBe(first)
    const difference = telephone(settled)
    expect(difference).toMatchObject({ is: 'settled', facts: [{ value: first }], aside: [{ value: second }] })
    expect(difference?.facts.flatMap(fact => choosersOf(settled.known, fact))).toEqual([
      { is: 'in-use', by: { id: heLan.id, name: '何岚' }, on: today },
    ])
    expect(settled.known.facts).toHaveLength(lived.known.facts.length)
    expect(differencesWith([settled.known], zhouMin.id, today)).toEqual([])
  })

  test('[S10] a newer word opens it again: against the chosen one, not against the one set aside', () => {
    const lived = differing()
    const again = lived.after(settling(lived, first)).after(heard(third, 'village-cadre'), liuYulan)
    expect(telephone(again)).toMatchObject({
      is: 'open',
      facts: [{ value: first }, { value: third }],
      aside: [{ value: second }],
    })
    expect(used(again)).toBe(first)
  })

  test('[S10] the word set aside, heard once more, is a newer word; the chosen one heard once more is none', () => {
    const lived = differing()
    const settled = lived.after(settling(lived, first))
    expect(telephone(settled.after(heard(second), tianJianguo))?.is).toBe('open')
    expect(telephone(settled.after(heard(first), tianJianguo))?.is).toBe('settled')
  })

  test('[S10] a word that came while somebody settled was not seen, and stands', () => {
    const lived = differing()
    const unseen = settling(lived, first)
    const both = lived.after(heard(third), heLan).after(unseen)
    expect(telephone(both)).toMatchObject({ is: 'open', facts: [{ value: third }, { value: first }] })
  })

  test('[S10] two settle it differently at once: both are in the history, the later in the log counts', () => {
    const lived = differing()
    const [one, other] = [settling(lived, first), settling(lived, second)]
    const both = lived.after(one, zhouMin).after(other, tianJianguo)
    expect(used(both)).toBe(second)
    const difference = telephone(both)
    expect(difference?.facts.flatMap(fact => choosersOf(both.known, fact)).map(({ by }) => by.name)).toEqual([
      '田建国',
    ])
    expect(difference?.aside.flatMap(fact => choosersOf(both.known, fact)).map(({ by }) => by.name)).toEqual([
      '周敏',
    ])
  })

  test('[H3] left open it stays a thing to listen for, until it is settled or something new is said', () => {
    const lived = differing()
    const left = lived.after(settling(lived, null))
    expect(telephone(left)?.is).toBe('left-open')
    expect(differencesWith([left.known], zhouMin.id, today)).toEqual([])
    expect(telephone(left.after(heard(third), heLan))?.is).toBe('open')
    expect(telephone(left.after(settling(left, second)))?.is).toBe('settled')
  })

  test('[S10] what was settled is settled otherwise, or opened again, by the same tap', () => {
    const lived = differing()
    const settled = lived.after(settling(lived, first))
    expect(used(settled.after(settling(settled, second)))).toBe(second)
    const undone = settled.after(settling(settled, null))
    expect(telephone(undone)).toMatchObject({ is: 'left-open', aside: [] })
    expect(used(undone)).toBe(used(lived))
  })

  test('who says another thing than before has changed their word: that is no difference', () => {
    expect(telephone(registered().after(heard(first)).after(heard(second)))).toBeUndefined()
  })

  test('[S10] where the chosen word’s day passes, what was set aside is better than nothing', () => {
    const lived = registered()
      .after(heard(first), zhouMin)
      .after(heard(second, 'household', today), tianJianguo)
    const settled = lived.after(settling(lived, second))
    expect(used(settled)).toBe(second)
    expect(currentFact(settled.known, 'telephone', addDays(today, 1))).toBe(first)
  })
})

describe('who may settle, and what', () => {
  const refused = (lived: Lived, use: string | null, actor: Actor = zhouMin) =>
    lived.refusal(settling(lived, use), actor)

  test('[S10] the team of the village settles, and nobody else', () => {
    expect(refused(differing(), first, tianJianguo)).toBeNull()
    expect(refused(differing(), first, liuYulan)).toBe('not-your-act')
  })

  test('[S10] what nobody said cannot be chosen, and where there is one word nothing is settled', () => {
    const lived = differing()
    expect(refused(lived, third)).toBe('unknown-fact')
    expect(registered().after(heard(first)).refusal(settling(lived, first))).toBe('unknown-fact')
    const same = registered().after(heard(first), zhouMin).after(heard('139 0000 0001'), tianJianguo)
    expect(refused(same, first)).toBe('no-difference')
  })

  test('a word whose day has passed is not chosen', () => {
    const lived = registered()
      .after(heard(first), zhouMin)
      .after(heard(second, 'household', addDays(today, -1)), tianJianguo)
    const [said, other] = lived.known.facts.filter(({ key }) => key === 'telephone')
    const among = [said, other].flatMap(fact =>
      fact === undefined
        ? []
        : [{ value: fact.value, source: fact.source, learnedOn: fact.learnedOn, by: fact.by.id }],
    )
    const body = { key: 'telephone', among, use: second } as const
    expect(lived.refusal(change('household.settle', body))).toBe('fact-over')
  })
})
