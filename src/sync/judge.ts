import type { Actor } from '#domain/access/grants.ts'
import type { ChangeId, HouseholdId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/base/days.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { Household } from '#domain/households/household.ts'
import type { Author, Change, Recorded } from './change.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Verdict } from './outbox.ts'
import type { Pushed } from './wire.ts'

/** What of a village's log a batch of changes is judged against; read under the village's lock. */
export type LogView = {
  readonly head: number
  readonly households: ReadonlyMap<HouseholdId, Household>
  /** The answers given before to changes of these ids [S1]. */
  readonly answered: ReadonlyMap<ChangeId, Verdict>
}

/** What becomes of a batch: what the log takes up, what it keeps beside, and the word on each change. */
export type Judgement = {
  readonly verdicts: readonly Verdict[]
  readonly accepted: readonly { readonly recorded: Recorded; readonly diary: string | null }[]
  readonly refused: readonly { readonly change: Change; readonly because: Refusal }[]
  /** The households that changed, as they are now. */
  readonly households: ReadonlyMap<HouseholdId, Household>
  readonly head: number
}

/**
 * Judges changes one after the other, each against the state the ones before it left. A change known already gets the
 * answer it got [S1]; a refused one never blocks another, and takes with it only what builds on it [S4].
 */
export function judge(view: LogView, pushed: readonly Pushed[], actor: Actor, now: Instant): Judgement {
  const answered = new Map(view.answered)
  const households = new Map<HouseholdId, Household>()
  const accepted: { recorded: Recorded; diary: string | null }[] = []
  const refused: { change: Change; because: Refusal }[] = []
  let { head } = view
  for (const { change, diary } of pushed) {
    if (answered.has(change.id)) continue
    const before = households.get(change.household) ?? view.households.get(change.household) ?? null
    const because = refusalOf(change, before, answered, actor, now)
    if (because !== null) {
      answered.set(change.id, { id: change.id, ok: false, because })
      refused.push({ change, because })
      continue
    }
    head += 1
    const recorded: Recorded = { seq: head, change, author: authorOf(change, actor), receivedAt: now }
    answered.set(change.id, { id: change.id, ok: true, seq: head })
    accepted.push({ recorded, diary })
    const after = evolve(before, recorded)
    if (after !== null) households.set(change.household, after)
  }
  const verdicts = pushed.flatMap(({ change }) => answered.get(change.id) ?? [])
  return { verdicts, accepted, refused, households, head }
}

/** Who wrote it; a household that asks to be erased is not named by this either [S15]. */
const authorOf = ({ kind }: Change, { id, name, role }: Actor): Author =>
  kind === 'household.erase' && role === 'household' ? { id, name: '', role } : { id, name, role }

function refusalOf(
  change: Change,
  household: Household | null,
  answered: ReadonlyMap<ChangeId, Verdict>,
  actor: Actor,
  now: Instant,
): Refusal | null {
  if (change.after.some(id => answered.get(id)?.ok === false)) return 'depends-on-refused'
  const decision = decide(household, change, actor, now)
  return decision.ok ? null : decision.because
}
