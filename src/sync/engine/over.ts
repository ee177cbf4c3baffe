import { addDays, dayOf, type Day, type Instant } from '#domain/base/days.ts'
import { overBefore } from '#domain/visits/advice-over.ts'
import { isStoryOver, storyHoldsForDays } from '#domain/visits/story-over.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import { adviceHoldsForDays, type Visit } from '#domain/visits/visit.ts'
import type { Change } from '../change.ts'
import type { ForReview } from '../outbox.ts'
import type { DeviceState } from './device-state.ts'
import { dropHanding } from './hand-over.ts'
import { isRead } from './offer-again.ts'
import type { Step } from './step.ts'
import { keyOfPlace, reviewWrite, type Write } from './store.ts'

/**
 * Takes from the device the words of advice that is over [H2]: received changes, drafts, and the words of what waits for
 * review; and stories nothing came of. What still waits to be sent goes; the server says what becomes of it.
 */
export function dropOver(state: DeviceState, now: Instant): Step {
  const today = dayOf(now)
  const old = addDays(today, -adviceHoldsForDays)
  // The village cadre no longer sees a visit that has closed.
  const received = state.received.filter(one =>
    isAdviceOver(state, one.change, { today, unseen: isRead(state, one) ? today : old }),
  )
  const emptied = state.outbox.forReview
    .filter(one => one.because !== 'advice-over')
    .filter(({ change, because }) =>
      isAdviceOver(state, change, { today, unseen: because === 'visit-over' ? today : old }),
    )
    .map(empty)
  const drafts = draftsOver(state, today)
  const diaries = diariesOver(state, today)
  if (received.length + emptied.length + drafts.length + diaries.length === 0) return { state, writes: [] }
  const byId = new Map(emptied.map(one => [one.change.id, one]))
  const handing = dropHanding(state, new Set<string>(byId.keys()))
  return {
    state: {
      ...handing.state,
      outbox: {
        ...state.outbox,
        forReview: state.outbox.forReview.map(one => byId.get(one.change.id) ?? one),
      },
      received: state.received.filter(one => !received.includes(one)),
      drafts: new Map([...state.drafts].filter(([key]) => !drafts.includes(key))),
      diaries: new Map([...state.diaries].filter(([key]) => !diaries.includes(key))),
    },
    writes: [
      ...handing.writes,
      ...emptied.map(reviewWrite),
      ...received.map((one): Write => ({ drop: 'received', key: keyOfPlace(one) })),
      ...drafts.map((key): Write => ({ drop: 'drafts', key })),
      ...diaries.map((key): Write => ({ drop: 'diaries', key })),
    ],
  }
}

/** Up to which day what was said is over where its visit is not in sight. */
type Over = { readonly today: Day; readonly unseen: Day }

function isAdviceOver(state: DeviceState, change: Change, { today, unseen }: Over): boolean {
  if (change.kind !== 'advice.give' || change.body.visit === undefined) return false
  const household = state.villages.get(change.village)?.replica.households.get(change.household)
  const visit = household === undefined ? null : findVisit(household, change.body.visit)
  if (visit !== null) return change.body.saidOn < overBefore(visit, today)
  // A household that is on its way says nothing of its visits.
  return change.body.saidOn < (household === undefined ? addDays(today, -adviceHoldsForDays) : unseen)
}

/** Only the kind stays, and why. */
const empty = (one: ForReview): ForReview => ({
  ...one,
  // The body is gone; whoever reads a change for review looks at `because` first.
  change: { ...one.change, body: {} } as Change,
  because: 'advice-over',
})

/** Stories nothing came of in 180 days; one of a visit long ago that was written down late has its days all the same. */
const diariesOver = ({ diaries, villages }: DeviceState, today: Day): readonly string[] =>
  [...diaries].flatMap(([key, { village, household: id, visit, keptOn }]) => {
    if (keptOn !== undefined && addDays(keptOn, storyHoldsForDays) >= today) return []
    const household = village === undefined ? undefined : villages.get(village)?.replica.households.get(id)
    return household !== undefined && isStoryOver(household, visit, today) ? [key] : []
  })

/** What was being written about visits that have closed. */
function draftsOver({ drafts, villages }: DeviceState, today: Day): readonly string[] {
  const about = [...drafts.keys()].flatMap(key => {
    const [place, visit] = key.split('/')
    return (place === 'advice' || place === 'advice-told') && visit !== undefined ? [{ key, visit }] : []
  })
  if (about.length === 0) return []
  const over = new Set<string>()
  for (const { replica } of villages.values())
    for (const { visits } of replica.households.values())
      for (const visit of visits) if (isClosed(visit, today)) over.add(visit.id)
  return about.flatMap(({ key, visit }) => (over.has(visit) ? [key] : []))
}

const isClosed = (visit: Visit, today: Day): boolean =>
  visit.outcome.is !== 'planned' && overBefore(visit, today) > today
