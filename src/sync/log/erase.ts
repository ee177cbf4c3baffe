import type { HouseholdId } from '#domain/base/ids.ts'
import type { Change } from '../change.ts'
import type { Judgement } from '../judge.ts'
import type { Broken } from './arrived.schema.ts'
import type { AdviceOver, ChangeKept, LogWrites, RefusalKept, VillageLocked } from './store.ts'

/** The households that this batch erases [S15]. */
export const erasedIn = ({ accepted }: Judgement): readonly HouseholdId[] =>
  accepted.flatMap(({ recorded: { change } }) => (isErasing(change) ? [change.household] : []))

/** Whether a change erases its household. */
export const isErasing = ({ kind }: Change): boolean => kind === 'household.erase'

type Step = {
  readonly locked: VillageLocked
  readonly judgement: Judgement
  readonly fresh: readonly Broken[]
}

/**
 * What a batch writes, without a word of a household that is erased: neither what stands before the erasure in this
 * very batch, nor what was refused because of it [S15].
 */
export function withoutErased(writes: LogWrites, { locked, judgement }: Step): LogWrites {
  const gone = new Set<string>(
    [...locked.households.values(), ...[...judgement.households.values()].map(state => ({ state }))].flatMap(
      ({ state }) => (state.erased === undefined ? [] : [state.id]),
    ),
  )
  if (gone.size === 0) return writes
  return {
    ...writes,
    changes: writes.changes.map(one =>
      gone.has(one.recorded.change.household) && !isErasing(one.recorded.change) ? bodiless(one) : one,
    ),
    diaries: writes.diaries.filter(({ household }) => !gone.has(household)),
    refusals: writes.refusals.map(one =>
      one.household !== null && gone.has(one.household) ? wordless(one) : one,
    ),
  }
}

/** What this batch says is over of what cadres said [H2]. */
export const expiredIn = ({ accepted }: Judgement): readonly AdviceOver[] =>
  accepted.flatMap(({ recorded: { change } }) =>
    change.kind === 'advice.expire'
      ? [{ household: change.household, visit: change.body.visit, saidBefore: change.body.saidBefore }]
      : [],
  )

/** Whether a change is advice that is over; its words are kept nowhere then. */
export const isAdviceOver = (change: Change, over: readonly AdviceOver[]): boolean =>
  change.kind === 'advice.give' &&
  change.body !== null &&
  over.some(
    ({ household, visit, saidBefore }) =>
      household === change.household && visit === change.body.visit && change.body.saidOn < saidBefore,
  )

/** What a batch writes, without the words of advice that the same batch says are over [H2]. */
export const withoutExpired = (writes: LogWrites, over: readonly AdviceOver[]): LogWrites =>
  over.length === 0
    ? writes
    : {
        ...writes,
        changes: writes.changes.map(one => (isAdviceOver(one.recorded.change, over) ? bodiless(one) : one)),
      }

/** A change whose words are taken from the log: its number and its link stay. */
export function bodiless(kept: ChangeKept): ChangeKept {
  const { author, change } = kept.recorded
  const recorded = {
    ...kept.recorded,
    // The household's own name stands for it where it wrote itself.
    author: author.role === 'household' ? { ...author, name: '' } : author,
    // Bodies are null from here on: who reads the log looks before folding.
    change: { ...change, body: null } as unknown as Change,
  }
  return { ...kept, recorded, salt: null }
}

/** A refusal about an erased household: that it was refused stays, and whose. */
export const wordless = (refusal: RefusalKept): RefusalKept => ({ ...refusal, change: null })
