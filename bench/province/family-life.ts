import { addDays, instantOf, millisecondsOf, startOf, type Day, type Instant } from '#domain/base/days.ts'
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
import type { Actor } from '#domain/access/grants.ts'
import type { Bodies, Change, Kind } from '#sync/change.ts'
import type { Chance } from './chance.ts'
import { aStory, aTrouble, houseNote, inventedName, inventedTelephone } from './words.ts'

/** One thing that was done: by whom, when the log took it up, and the story with it. */
export type Lived = {
  readonly actor: Actor
  readonly change: Change
  readonly receivedAt: Instant
  readonly diary: string | null
}

/** Of whom a life is told, who writes it, and up to which day. */
export type LifeOf = {
  readonly village: VillageCode
  readonly office: Actor
  readonly visitor: Actor
  readonly today: Day
  /** Needs on average. */
  readonly needsEach: number
}

/** A household as it comes in from the roster. */
export function aRegistration(life: LifeOf, chance: Chance): Lived {
  const household = asId<HouseholdId>(chance.id())
  const learnedOn = addDays(life.today, -45)
  const name = inventedName(chance)
  const fact = (key: 'contact-name' | 'group' | 'house-note' | 'telephone' | 'category', value: string) =>
    ({ key, value, source: 'roster', learnedOn, until: null }) as const
  const facts = [
    fact('contact-name', name),
    fact('group', `${chance.upTo(8) + 1}组`),
    fact('house-note', houseNote(chance)),
    fact('telephone', inventedTelephone(chance)),
    ...(chance.percent(15) ? [fact('category', '低保户')] : []),
  ]
  const members = Array.from({ length: 2 + chance.upTo(4) }, (_, at) => ({
    id: asId<MemberId>(chance.id()),
    name: at === 0 ? name : inventedName(chance),
    relation: ['户主', '妻', '子', '女', '母'][at] ?? '',
    birthYear: 1940 + chance.upTo(75),
    schooling: chance.percent(40) ? '小学' : '初中',
  }))
  return write(life.office, learnedOn, { life, household, chance }, 'household.register', { facts, members })
}

/** What has happened to a household since: visits, needs at every stage of their life, promises. */
export function aLife(life: LifeOf, household: HouseholdId, chance: Chance): readonly Lived[] {
  const lived: Lived[] = []
  const around = { life, household, chance }
  const tell = <K extends Kind>(on: Day, kind: K, body: Bodies[K], diary: string | null = null): void => {
    lived.push(write(life.visitor, on, around, kind, body, diary))
  }
  const needs = Math.floor(life.needsEach) + (chance.next() < life.needsEach % 1 ? 1 : 0)
  const count = life.needsEach === 1 ? chance.upTo(3) : needs
  if (count === 0 && chance.percent(40)) return lived
  const on = addDays(life.today, -3 - chance.upTo(37))
  const visit = asId<VisitId>(chance.id())
  tell(on, 'household.consent', { heardOn: on, forWhat: '走访、记下要办的事', says: 'yes' })
  const outcome = { is: 'held' } as const
  const record = { visit, on, time: 'after-supper' as const, companions: [], outcome }
  tell(on, 'visit.record', record, aStory(chance, '家里的事'))
  for (let at = 0; at < count; at += 1) liveNeed(tell, { visit, on, chance })
  return lived
}

type Tell = <K extends Kind>(on: Day, kind: K, body: Bodies[K], diary?: string | null) => void

function liveNeed(
  tell: Tell,
  { visit, on, chance }: { readonly visit: VisitId; readonly on: Day; readonly chance: Chance },
): void {
  const need = asId<NeedId>(chance.id())
  const { words, told, category } = aTrouble(chance)
  const level = chance.percent(20) ? 'shared' : 'household'
  tell(on, 'need.raise', { need, words, saidBy: '户主', quote: words, category, level, visit, heardOn: on })
  if (chance.percent(20)) return
  tell(on, 'need.agree', { need, agreedOn: on, mayTell: told, keepBack: '' })
  if (chance.percent(30)) {
    const promise = asId<PromiseId>(chance.id())
    tell(on, 'promise.give', { promise, need, words: '问到了给回话', givenOn: on, dueOn: addDays(on, 7) })
  }
  if (chance.percent(35)) return
  const next = { what: '去镇上问', by: addDays(on, 5) }
  tell(addDays(on, 1), 'need.take-in-hand', { need, on: addDays(on, 1), way: 'guided', next })
  if (chance.percent(50)) return
  tell(addDays(on, 2), 'need.find', { need, on: addDays(on, 2), words: '问清了，这周来修。', kind: 'done' })
  tell(addDays(on, 2), 'need.tell', { need, on: addDays(on, 2), channel: 'telephone', to: '户主' })
  if (chance.percent(60)) return
  tell(addDays(on, 3), 'need.hear-answer', {
    need,
    on: addDays(on, 3),
    says: chance.percent(80) ? 'solved' : 'not-solved',
    saidBy: '户主',
    words: '',
    channel: 'telephone',
  })
}

function write<K extends Kind>(
  actor: Actor,
  on: Day,
  {
    life,
    household,
    chance,
  }: { readonly life: LifeOf; readonly household: HouseholdId; readonly chance: Chance },
  kind: K,
  body: Bodies[K],
  diary: string | null = null,
): Lived {
  const written = millisecondsOf(startOf(on)) + (18 * 60 + chance.upTo(180)) * 60_000
  const change = {
    id: asId<ChangeId>(chance.id()),
    village: life.village,
    household,
    kind,
    body,
    happenedAt: instantOf(written),
    after: [],
    // A change of one kind is a change: the union cannot be inferred through the generic.
  } as unknown as Change
  return { actor, change, receivedAt: instantOf(written + 3_600_000), diary }
}
