import { addDays, dayOf, type Instant } from '#domain/base/days.ts'
import {
  asId,
  type ChangeId,
  type HouseholdId,
  type NeedId,
  type PromiseId,
  type VillageCode,
  type VisitId,
} from '#domain/base/ids.ts'
import type { Bodies, ChangeOf, Kind } from '#sync/change.ts'
import type { Pushed } from '#sync/wire.ts'
import type { Chance } from '../province/chance.ts'
import { aStory, aTrouble, inventedTelephone } from '../province/words.ts'

/** Where a visit was made, and when it was written down. */
export type Visited = {
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly now: Instant
}

/** One visit as a device sends it in the evening: its record with the story, a telephone, a need raised, agreed, taken in hand, a promise. */
export function anEveningVisit(visited: Visited, chance: Chance): readonly Pushed[] {
  const on = dayOf(visited.now)
  const visit = asId<VisitId>(chance.id())
  const need = asId<NeedId>(chance.id())
  const { words, told, category } = aTrouble(chance)
  const make = <K extends Kind>(
    kind: K,
    body: Bodies[K],
    after: readonly ChangeId[] = [],
  ): Pushed['change'] => {
    const { village, household, now } = visited
    const made: ChangeOf<K> = {
      id: asId(chance.id()),
      village,
      household,
      kind,
      body,
      happenedAt: now,
      after,
    }
    // A change of one kind is a change: the union cannot be inferred through the generic.
    return made as unknown as Pushed['change']
  }
  const fact = {
    key: 'telephone',
    value: inventedTelephone(chance),
    source: 'household',
    learnedOn: on,
    until: null,
  } as const
  const record = make('visit.record', {
    visit,
    on,
    time: 'after-supper',
    companions: [],
    outcome: { is: 'held' },
  })
  const raised = make(
    'need.raise',
    { need, words, saidBy: '户主', quote: words, category, level: 'household', visit, heardOn: on },
    [record.id],
  )
  const agreed = make('need.agree', { need, agreedOn: on, mayTell: told, keepBack: '' }, [raised.id])
  const next = { what: '去镇上问', by: addDays(on, 3) }
  const promise = asId<PromiseId>(chance.id())
  return [
    { change: record, diary: aStory(chance, words) },
    { change: make('household.learn', { facts: [fact] }), diary: null },
    { change: raised, diary: null },
    { change: agreed, diary: null },
    { change: make('need.take-in-hand', { need, on, way: 'guided', next }, [agreed.id]), diary: null },
    {
      change: make(
        'promise.give',
        { promise, need, words: '问到了给回话', givenOn: on, dueOn: addDays(on, 7) },
        [raised.id],
      ),
      diary: null,
    },
  ]
}
