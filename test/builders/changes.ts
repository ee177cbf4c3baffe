import { asDay, asInstant, instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import {
  asId,
  type ChangeId,
  type HouseholdId,
  type MemberId,
  type NeedId,
  type PromiseId,
  type VillageCode,
  type VisitId,
} from '#domain/base/ids.ts'
import type { Bodies, Change, ChangeOf, Kind } from '#sync/change.ts'
import { gaoqiao } from './people.ts'

export const wangFamily = asId<HouseholdId>('household-wang')
export const fuFamily = asId<HouseholdId>('household-fu-1')
export const noon: Instant = asInstant('2026-04-16T04:00:00.000Z')
export const today = asDay('2026-04-16')

let made = 0
const nextId = (): ChangeId => asId<ChangeId>(`change-${String((made += 1)).padStart(6, '0')}`)

type Around = Partial<Pick<Change, 'id' | 'village' | 'household' | 'happenedAt' | 'after'>>

/** A change of this kind, about the Wang family unless said otherwise. A test states only what matters to it. */
export function change<K extends Kind>(kind: K, body: Bodies[K], around: Around = {}): ChangeOf<K> & Change {
  const made: ChangeOf<K> = {
    id: nextId(),
    village: gaoqiao,
    household: wangFamily,
    kind,
    body,
    happenedAt: noon,
    after: [],
    ...around,
  }
  // A change of one kind is a change: the union cannot be inferred through the generic.
  return made as ChangeOf<K> & Change
}

export const register = (around: Around = {}, name = '王守田') =>
  change(
    'household.register',
    {
      facts: [
        { key: 'contact-name', value: name, source: 'roster', learnedOn: asDay('2026-03-02'), until: null },
        {
          key: 'house-note',
          value: '塘边第三家',
          source: 'roster',
          learnedOn: asDay('2026-03-02'),
          until: null,
        },
      ],
      members: [
        { id: asId<MemberId>('member-0001'), name, relation: '户主', birthYear: 1954, schooling: '' },
      ],
    },
    around,
  )

export const road = asId<NeedId>('need-road-01')
export const water = asId<NeedId>('need-water-1')

export const raise = (need: NeedId = road, around: Around = {}) =>
  change(
    'need.raise',
    {
      need,
      words: '门口那截路一下雨就走不出去',
      saidBy: '守田叔',
      quote: '',
      category: 'infrastructure',
      level: 'household',
      visit: null,
      heardOn: today,
    },
    around,
  )

export const agree = (need: NeedId = road, around: Around = {}) =>
  change('need.agree', { need, agreedOn: today, mayTell: '门口的路', keepBack: '' }, around)

export const plan = (visit: VisitId, around: Around = {}) =>
  change(
    'visit.plan',
    {
      visit,
      on: asDay('2026-04-17'),
      time: 'after-supper',
      purpose: '把镇里的答复讲给他家听',
      companions: ['田建国'],
    },
    around,
  )

export const promise = (id: PromiseId, around: Around = {}) =>
  change(
    'promise.give',
    { promise: id, need: null, words: '下周三前给您回话', givenOn: today, dueOn: asDay('2026-04-22') },
    around,
  )

/** So many minutes after noon. */
export const minutesLater = (minutes: number): Instant => instantOf(millisecondsOf(noon) + minutes * 60_000)

export const inVillage = (village: VillageCode): Around => ({ village })
