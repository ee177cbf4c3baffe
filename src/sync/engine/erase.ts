import type { HouseholdId } from '#domain/base/ids.ts'
import type { Change } from '../change.ts'
import type { ForReview } from '../outbox.ts'
import type { DeviceState } from './device-state.ts'
import { dropAway } from './handed-away.ts'
import { dropHanding } from './hand-over.ts'
import type { Step } from './step.ts'
import { keyOfPlace, reviewWrite, type Write } from './store.ts'

/**
 * Takes from the device what it holds of households that asked to be erased [S15]: received changes, stories, openings,
 * drafts, and the words of what waits for review. What still waits to be sent goes, is refused, and loses its words then.
 * `before`: the state in which the household was still known, and with it what its drafts are called.
 */
export function dropErased(before: DeviceState, state: DeviceState): Step {
  const erased = erasedIn(state)
  const emptied = state.outbox.forReview.filter(one => !isEmptied(one) && isErased(one, erased)).map(empty)
  if (erased.size === 0 && emptied.length === 0) return { state, writes: [] }
  const names = namesOf(erased, before)
  const drafts = [...state.drafts.keys()].filter(key => key.split('/').some(part => names.has(part)))
  const received = state.received.filter(({ change }) => erased.has(change.household))
  const diaries = [...state.diaries].filter(([, { household }]) => erased.has(household))
  const openings = state.openings.filter(({ household }) => erased.has(household))
  const byId = new Map(emptied.map(one => [one.change.id, one]))
  const away = dropAway(state, ({ change }) => erased.has(change.household))
  const handing = dropHanding(away.state, new Set<string>(byId.keys()))
  return {
    state: {
      ...handing.state,
      outbox: {
        ...state.outbox,
        forReview: state.outbox.forReview.map(one => byId.get(one.change.id) ?? one),
      },
      received: state.received.filter(({ change }) => !erased.has(change.household)),
      diaries: new Map([...state.diaries].filter(([, { household }]) => !erased.has(household))),
      openings: state.openings.filter(({ household }) => !erased.has(household)),
      drafts: new Map([...state.drafts].filter(([key]) => !drafts.includes(key))),
    },
    writes: [
      ...away.writes,
      ...handing.writes,
      ...emptied.map(reviewWrite),
      ...received.map((one): Write => ({ drop: 'received', key: keyOfPlace(one) })),
      ...diaries.map(([key]): Write => ({ drop: 'diaries', key })),
      ...openings.map(({ id }): Write => ({ drop: 'openings', key: id })),
      ...drafts.map((key): Write => ({ drop: 'drafts', key })),
    ],
  }
}

function erasedIn({ villages }: DeviceState): ReadonlySet<HouseholdId> {
  const erased = new Set<HouseholdId>()
  for (const { replica } of villages.values())
    for (const household of replica.households.values())
      if (household.erased !== undefined) erased.add(household.id)
  return erased
}

const isErased = ({ change, because }: ForReview, erased: ReadonlySet<HouseholdId>): boolean =>
  because === 'household-erased' || erased.has(change.household)

const isEmptied = ({ change, diary, because }: ForReview): boolean =>
  because === 'household-erased' && diary === null && Object.keys(change.body).length === 0

/** Only the kind stays, and why. */
const empty = (one: ForReview): ForReview => ({
  ...one,
  // The body is gone; whoever reads a change for review looks at `because` first.
  change: { ...one.change, body: {} } as Change,
  diary: null,
  because: 'household-erased',
})

/** The ids by which drafts about these households are called: of the household, its visits, needs, promises, changes. */
function namesOf(erased: ReadonlySet<HouseholdId>, before: DeviceState): ReadonlySet<string> {
  const names = new Set<string>(erased)
  for (const { replica } of before.villages.values())
    for (const id of erased) {
      const household = replica.households.get(id)
      for (const one of household?.visits ?? []) names.add(one.id)
      for (const one of household?.needs ?? []) names.add(one.id)
      for (const one of household?.promises ?? []) names.add(one.id)
    }
  const { waiting, forReview } = before.outbox
  for (const { change } of [...waiting, ...forReview, ...before.received]) {
    if (!erased.has(change.household)) continue
    names.add(change.id)
    for (const value of Object.values(change.body)) if (typeof value === 'string') names.add(value)
  }
  return names
}
