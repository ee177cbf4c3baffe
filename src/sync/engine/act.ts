import type { Instant } from '#domain/base/days.ts'
import { accept, refuse, type Decision } from '#domain/base/decision.ts'
import type { ChangeId, HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { parseChange } from '../change.schema.ts'
import type { Bodies, Change, Kind } from '../change.ts'
import { decide } from '../decide.ts'
import { evolvePending } from '../evolve.ts'
import { longestDiary } from '../wire.schema.ts'
import { nextPlace, type DeviceState } from './device-state.ts'
import { knownHousehold } from './shown.ts'
import type { Placed } from './store.ts'

/** What somebody does, before it is a change: the device gives it its id and the time. */
export type Act = {
  readonly [K in Kind]: {
    readonly village: VillageCode
    readonly household: HouseholdId
    readonly kind: K
    readonly body: Bodies[K]
    /** The story of a visit, with `visit.record`; kept apart from the log. */
    readonly diary?: string
    /** The changes it builds on: where one of them is refused, so is this [S4]. */
    readonly after?: readonly ChangeId[]
    /** An id made before, so that another act of the same press can name it in `after`. */
    readonly id?: ChangeId
    /** The draft that this act comes from: it goes in the same transaction, or not at all. */
    readonly draft?: string
  }
}[Kind]

/** What became of an act: decided at once, then stored. `not-stored`: the disk refused; the screen keeps the words [S21]. */
export type Written<T> = Decision<T> | { readonly ok: false; readonly because: 'not-stored' }

/** The clock and the ids, as arguments. */
export type Making = { readonly now: Instant; readonly newChangeId: () => ChangeId }

/**
 * The changes that these acts are, each decided on what is shown and on what the acts before it leave. One refusal
 * refuses them all. It is a courtesy: the server decides again, and its word counts [S12].
 * @refuses every word of the catalogue; `broken-change` also for a story that is too long for the wire
 */
export function decideActs(
  state: DeviceState,
  acts: readonly Act[],
  making: Making,
): Decision<readonly Placed[]> {
  const left = new Map<HouseholdId, Household | null>()
  const decided: Placed[] = []
  const first = nextPlace(state)
  for (const act of acts) {
    const change = changeFrom(act, making)
    const before = left.has(change.household)
      ? (left.get(change.household) ?? null)
      : knownHousehold(state, change.village, change.household)
    const decision = decideOne(before, change, act.diary ?? '', state, making.now)
    if (!decision.ok) return decision
    left.set(change.household, evolvePending(before, change, state.facts.actor))
    decided.push({
      change,
      diary: act.diary ?? null,
      writtenAt: making.now,
      place: first + decided.length,
      again: false,
    })
  }
  return accept(decided)
}

function decideOne(
  before: Household | null,
  change: Change,
  diary: string,
  state: DeviceState,
  now: Instant,
): Decision {
  if (!hasShape(change) || diary.length > longestDiary) return refuse('broken-change')
  return decide(before, change, state.facts.actor, now)
}

/** Whether the change has the shape its kind asks for, so that it will not be refused as broken. */
export const hasShape = (change: Change): boolean =>
  parseChange({ ...change, after: [...change.after] }) !== null

const changeFrom = (act: Act, { now, newChangeId }: Making): Change =>
  // `kind` and `body` come from one member of the union, which the spread into another union loses sight of.
  ({
    id: act.id ?? newChangeId(),
    village: act.village,
    household: act.household,
    kind: act.kind,
    body: act.body,
    happenedAt: now,
    after: act.after ?? [],
  }) as Change
