import { addDays, type Day } from '../../base/days.ts'
import type { TalkMember } from './address.ts'
import type { TalkOccasion } from './talk-occasion.ts'

/** A family that nobody is, to try a line on; ages are as of the day on which it is tried. */
export type ExampleTalk = {
  readonly id: string
  readonly people: readonly (readonly [name: string, relation: string, age: number | null])[]
  readonly houseNote?: string
  readonly away?: string
  readonly ownTrade?: true
  /** So many days ago they last talked. */
  readonly talkedBefore?: number
}

/** The families of the editor; what each is like the screen says. */
export const exampleTalks: readonly ExampleTalk[] = [
  {
    id: 'old-couple',
    people: [
      ['乔守田', '户主', 72],
      ['李桂香', '妻', 70],
      ['乔子轩', '孙子', 10],
    ],
    houseNote: '塘边第三家',
    away: '儿子儿媳在东莞',
    talkedBefore: 14,
  },
  { id: 'alone', people: [['余秀英', '户主', 83]], houseNote: '坡上独一家', talkedBefore: 80 },
  {
    id: 'young',
    people: [
      ['唐小伟', '户主', 32],
      ['郑敏', '妻', 30],
      ['唐可', '女儿', 1],
    ],
    houseNote: '公路边',
    ownTrade: true,
  },
  {
    id: 'tea',
    people: [
      ['庞大山', '户主', 52],
      ['何翠', '妻', 50],
      ['庞大川', '弟弟', 46],
      ['庞欣', '女儿', 16],
      ['庞明', '儿子', 8],
    ],
    houseNote: '茶园上头，屋后一片橘子',
    talkedBefore: 30,
  },
  { id: 'unknown', people: [] },
]

/** An example as the occasion of a talk on that day, in a village of this area. */
export const exampleOccasion = (
  { id, people, houseNote, away, ownTrade, talkedBefore }: ExampleTalk,
  visitOn: Day,
  village: string,
): TalkOccasion => ({
  headName: people[0]?.[0] ?? '这一家',
  members: people.map(([name, relation, age]): TalkMember => {
    const birthYear = age === null ? null : Number(visitOn.slice(0, 4)) - age
    return { name, relation, birthYear }
  }),
  village,
  visitOn,
  talksOn: talkedBefore === undefined ? [] : [addDays(visitOn, -talkedBefore)],
  knownFacts: [
    ...(houseNote === undefined ? [] : [{ key: 'house-note', value: houseNote }]),
    ...(away === undefined ? [] : [{ key: 'away', value: away }]),
  ],
  ownTrade: ownTrade === true,
  leaveAlone: false,
  seed: id,
})
