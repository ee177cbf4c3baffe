import { agreed, allOf, holds, refuse, type Decision } from '../base/decision.ts'
import type { Entry } from '../base/entry.ts'
import type { PromiseId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import type { PromiseExtend, PromiseGive, PromiseKeep } from './promise.schema.ts'
import type { Promised } from './promise.ts'

/**
 * A promise is given with words; its day is not already past when it is given [H20].
 * @refuses `promise-exists`, `empty-words`, `day-in-future`, `day-is-past`
 */
export function decideGive(household: Household, body: PromiseGive, entry: Entry): Decision {
  return allOf(
    holds(findPromise(household, body.promise) === null, 'promise-exists'),
    holds(body.words.trim() !== '', 'empty-words'),
    holds(body.givenOn <= entry.writtenOn, 'day-in-future'),
    holds(body.dueOn === null || body.dueOn >= body.givenOn, 'day-is-past'),
  )
}

export function evolveGive(household: Household, body: PromiseGive, entry: Entry): Household {
  const { promise: id, ...given } = body
  const promised: Promised = { id, ...given, giver: entry.by, extensions: [], outcome: { is: 'open' } }
  return { ...household, promises: [...household.promises, promised] }
}

/**
 * An extension ends later, and carries the reason that was told to the household [H20].
 * @refuses `unknown-promise`, `promise-over`, `reason-missing`, `extension-not-later`, `day-in-future`
 */
export function decideExtend(household: Household, body: PromiseExtend, entry: Entry): Decision {
  const promised = findPromise(household, body.promise)
  return allOf(
    stillOpen(promised),
    holds(body.reason.trim() !== '', 'reason-missing'),
    holds(body.to > (promised?.dueOn ?? ''), 'extension-not-later'),
    holds(body.toldOn <= entry.writtenOn, 'day-in-future'),
  )
}

export const evolveExtend = (household: Household, body: PromiseExtend, entry: Entry): Household =>
  changePromise(household, body.promise, promised => ({
    ...promised,
    dueOn: body.to,
    extensions: [
      ...promised.extensions,
      { from: promised.dueOn, to: body.to, reason: body.reason, toldOn: body.toldOn, by: entry.by },
    ],
  }))

/** @refuses `unknown-promise`, `promise-over`, `day-in-future` */
export const decideKeep = (household: Household, body: PromiseKeep, entry: Entry): Decision =>
  allOf(stillOpen(findPromise(household, body.promise)), holds(body.on <= entry.writtenOn, 'day-in-future'))

export const evolveKeep = (household: Household, body: PromiseKeep, entry: Entry): Household =>
  changePromise(household, body.promise, promised => ({
    ...promised,
    outcome: { is: 'kept', on: body.on, how: body.how, by: entry.by },
  }))

export const findPromise = (household: Household, id: PromiseId): Promised | null =>
  household.promises.find(promised => promised.id === id) ?? null

function stillOpen(promised: Promised | null): Decision {
  if (promised === null) return refuse('unknown-promise')
  return promised.outcome.is === 'open' ? agreed : refuse('promise-over')
}

const changePromise = (
  household: Household,
  id: PromiseId,
  change: (promised: Promised) => Promised,
): Household => ({
  ...household,
  promises: household.promises.map(promised => (promised.id === id ? change(promised) : promised)),
})
