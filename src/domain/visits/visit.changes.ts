import { addDays } from '../base/days.ts'
import { agreed, allOf, holds, refuse, type Decision } from '../base/decision.ts'
import type { Entry } from '../base/entry.ts'
import type { VisitId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import { readinessOf } from './readiness.ts'
import { expiryOf } from './advice-over.ts'
import type { AdviceAsk, AdviceExpire, AdviceGive, VisitPlan, VisitRecord } from './visit.schema.ts'
import { adviceHoldsForDays, type Visit, type VisitOutcome } from './visit.ts'

/**
 * A visit is planned, or planned anew while it has not been held: with a purpose [H4], for a day to come, and not
 * before the day the household named.
 * @refuses `visit-over`, `purpose-missing`, `day-is-past`, `before-agreed-day`
 */
export function decidePlan(household: Household, body: VisitPlan, entry: Entry): Decision {
  const known = findVisit(household, body.visit)
  return allOf(
    holds(known === null || known.outcome.is === 'planned', 'visit-over'),
    holds(body.purpose.trim() !== '', 'purpose-missing'),
    holds(body.on >= entry.writtenOn, 'day-is-past'),
    holds(household.notBefore === null || body.on >= household.notBefore, 'before-agreed-day'),
  )
}

export function evolvePlan(household: Household, body: VisitPlan, entry: Entry): Household {
  const known = findVisit(household, body.visit)
  const planned: Visit = {
    id: body.visit,
    on: body.on,
    time: body.time,
    kind: 'planned',
    purpose: body.purpose.trim(),
    companions: body.companions,
    by: known?.by ?? entry.by,
    askedOn: known?.askedOn ?? null,
    advice: known?.advice ?? [],
    outcome: { is: 'planned' },
  }
  return withVisit(household, planned)
}

/** The village cadre is asked about a visit that is still to come. @refuses `unknown-visit`, `visit-over` */
export const decideAsk = (household: Household, body: AdviceAsk): Decision =>
  stillPlanned(household, body.visit)

export const evolveAsk = (household: Household, body: AdviceAsk, entry: Entry): Household =>
  changeVisit(household, body.visit, visit => ({ ...visit, askedOn: entry.writtenOn }))

/** Advice bears the name of who gave it and expires by itself [H2]. @refuses `unknown-visit`, `visit-over`, `day-in-future` */
export const decideAdvice = (household: Household, body: AdviceGive, entry: Entry): Decision =>
  allOf(stillPlanned(household, body.visit), holds(body.saidOn <= entry.writtenOn, 'day-in-future'))

export function evolveAdvice(household: Household, body: AdviceGive, entry: Entry): Household {
  const { visit: id, ...said } = body
  const advice = { ...said, writtenBy: entry.by, expiresOn: addDays(body.saidOn, adviceHoldsForDays) }
  return changeVisit(household, id, visit => ({
    ...visit,
    askedOn: visit.askedOn ?? body.saidOn,
    advice: [...visit.advice, advice],
  }))
}

/**
 * Advice goes when its visit has closed, or after ninety days [H2]; what followed from it is said as it stands, so that
 * the log without those words folds to the same state [S7].
 * @refuses `unknown-visit`, `advice-standing`
 */
export function decideExpire(household: Household, body: AdviceExpire, entry: Entry): Decision {
  const visit = findVisit(household, body.visit)
  if (visit === null) return refuse('unknown-visit')
  const standing = expiryOf(visit, entry.writtenOn)
  return holds(
    body.saidBefore <= standing.saidBefore &&
      body.askedOn === standing.askedOn &&
      sameReasons(body.unready, standing.unready),
    'advice-standing',
  )
}

export const evolveExpire = (household: Household, body: AdviceExpire): Household =>
  changeVisit(household, body.visit, visit => ({
    ...visit,
    askedOn: body.askedOn,
    advice: visit.advice.filter(({ saidOn }) => saidOn >= body.saidBefore),
    outcome:
      visit.outcome.is === 'held' && body.unready !== null
        ? { ...visit.outcome, unready: body.unready }
        : visit.outcome,
  }))

/**
 * A visit is recorded once, afterwards. One that was never planned is a chance meeting, a lawful kind of visit [H4].
 * @refuses `visit-over`, `day-in-future`
 */
export function decideRecord(household: Household, body: VisitRecord, entry: Entry): Decision {
  const known = findVisit(household, body.visit)
  return allOf(
    holds(known === null || known.outcome.is === 'planned', 'visit-over'),
    holds(body.on <= entry.writtenOn, 'day-in-future'),
  )
}

/** A visit that starts unready says so: the reasons that stood that day stay with it [H4]. */
export function evolveRecord(household: Household, body: VisitRecord, entry: Entry): Household {
  const known = findVisit(household, body.visit)
  const recorded: Visit = {
    id: body.visit,
    on: body.on,
    time: body.time,
    kind: known?.kind ?? 'chance',
    purpose: known?.purpose ?? '',
    companions: body.companions,
    by: entry.by,
    askedOn: known?.askedOn ?? null,
    // Advice is given for one visit and goes when the visit closes [H2].
    advice: [],
    outcome: outcomeOf(household, known, body, entry),
  }
  const after = withVisit(household, recorded)
  return body.outcome.is === 'another-day' ? { ...after, notBefore: body.outcome.notBefore } : after
}

function outcomeOf(household: Household, known: Visit | null, body: VisitRecord, entry: Entry): VisitOutcome {
  const { outcome } = body
  switch (outcome.is) {
    case 'held':
      return { is: 'held', by: entry.by, unready: known ? readinessOf(household, known, body.on) : [] }
    case 'nobody-home':
      return { is: 'nobody-home', by: entry.by }
    case 'another-day':
      return { is: 'another-day', by: entry.by, notBefore: outcome.notBefore }
    default:
      return outcome satisfies never
  }
}

const sameReasons = (one: AdviceExpire['unready'], other: AdviceExpire['unready']): boolean =>
  (one ?? []).join() === (other ?? []).join() && (one === null) === (other === null)

export const findVisit = (household: Household, id: VisitId): Visit | null =>
  household.visits.find(visit => visit.id === id) ?? null

function stillPlanned(household: Household, id: VisitId): Decision {
  const visit = findVisit(household, id)
  if (visit === null) return refuse('unknown-visit')
  return visit.outcome.is === 'planned' ? agreed : refuse('visit-over')
}

function withVisit(household: Household, visit: Visit): Household {
  const known = household.visits.some(other => other.id === visit.id)
  return known
    ? changeVisit(household, visit.id, () => visit)
    : { ...household, visits: [...household.visits, visit] }
}

const changeVisit = (household: Household, id: VisitId, change: (visit: Visit) => Visit): Household => ({
  ...household,
  visits: household.visits.map(visit => (visit.id === id ? change(visit) : visit)),
})
