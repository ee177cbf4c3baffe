import { addDays, type Day } from '../base/days.ts'
import {
  asId,
  asVillageCode,
  type HouseholdId,
  type MemberId,
  type NeedId,
  type PersonId,
} from '../base/ids.ts'
import { newHousehold, type Fact, type Household } from '../households/household.ts'
import type { Category, Need } from '../needs/need.ts'

/** A family that nobody is, to try a policy on: ages are as of the day on which it is tried. */
export type ExampleFamily = {
  readonly id: string
  readonly people: readonly ExamplePerson[]
  readonly categories?: readonly string[]
  /** A category whose day has passed. */
  readonly lapsed?: string
  readonly need?: Category
  /** A policy that was explained some weeks ago, by its title. */
  readonly explained?: string
}

/** Relation, age (null: nobody wrote down the birth year), schooling. */
export type ExamplePerson = readonly [relation: string, age: number | null, schooling?: string]

/** The families of the editor; what each is like the screen says. */
export const exampleFamilies: readonly ExampleFamily[] = [
  {
    id: 'old-couple',
    people: [
      ['户主', 72],
      ['妻', 70],
      ['孙子', 10, '小学'],
    ],
  },
  { id: 'alone', people: [['户主', 83]], categories: ['低保户'] },
  {
    id: 'no-years',
    people: [
      ['户主', null],
      ['妻', null],
    ],
  },
  {
    id: 'disability',
    people: [
      ['户主', 58],
      ['妻', 55],
    ],
    categories: ['残疾人'],
  },
  {
    id: 'watched',
    people: [
      ['户主', 46],
      ['儿子', 17, '中职'],
      ['女儿', 12],
    ],
    categories: ['监测户'],
    need: 'hardship',
  },
  {
    id: 'young',
    people: [
      ['户主', 32],
      ['妻', 30],
      ['女儿', 4],
    ],
    need: 'livelihood',
  },
  {
    id: 'veteran',
    people: [
      ['户主', 61],
      ['妻', 59],
    ],
    categories: ['优抚'],
    need: 'hardship',
  },
  {
    id: 'children',
    people: [
      ['奶奶', 66],
      ['孙女', 9],
    ],
    categories: ['留守儿童'],
    lapsed: '低保户',
  },
  { id: 'nobody-known', people: [] },
]

const village = asVillageCode('420325101203')

/** An example as a household on that day. */
export function exampleHousehold(example: ExampleFamily, today: Day): Household {
  const id = asId<HouseholdId>(`example-${example.id}`)
  const year = Number(today.slice(0, 4))
  const facts: Fact[] = [
    factOf({ key: 'contact-name', value: '编出来的一家' }, today),
    ...(example.categories ?? []).map(value => factOf({ key: 'category', value }, today)),
    ...(example.lapsed === undefined
      ? []
      : [{ ...factOf({ key: 'category', value: example.lapsed }, today), until: addDays(today, -30) }]),
    ...(example.explained === undefined
      ? []
      : [factOf({ key: 'policy-explained', value: example.explained }, today)]),
  ]
  return {
    ...newHousehold(id, village),
    facts,
    members: example.people.map(([relation, age, schooling = ''], at) => ({
      id: asId<MemberId>(`${id}-${at}`),
      name: relation,
      relation,
      birthYear: age === null ? null : year - age,
      schooling,
    })),
    needs: example.need === undefined ? [] : [needOf(example.need, today)],
  }
}

const nobody = { id: asId<PersonId>('nobody-here'), name: '' }

const factOf = ({ key, value }: Pick<Fact, 'key' | 'value'>, today: Day): Fact => ({
  key,
  value,
  source: 'roster',
  by: nobody,
  learnedOn: addDays(today, -45),
  until: null,
})

const needOf = (category: Category, today: Day): Need => ({
  id: asId<NeedId>('example-need'),
  number: null,
  words: '',
  saidBy: '',
  quote: '',
  category,
  level: 'household',
  visit: null,
  heardOn: addDays(today, -5),
  firstAsked: nobody,
  owner: nobody,
  department: null,
  agreement: null,
  stage: { is: 'heard' },
  life: [],
})
