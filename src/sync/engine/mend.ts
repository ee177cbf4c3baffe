import { accept, refuse, type Decision } from '#domain/base/decision.ts'
import type { ChangeId } from '#domain/base/ids.ts'
import type { Bodies, Change, Kind } from '../change.ts'
import { decide } from '../decide.ts'
import { discard, isWordless, type ForReview } from '../outbox.ts'
import { hasShape, type Making } from './act.ts'
import { dropHanding } from './hand-over.ts'
import { nextPlace, type DeviceState } from './device-state.ts'
import { knownHousehold } from './shown.ts'
import { keyOfPlace, reviewWrite, type Placed, type Write } from './store.ts'

/** The mended body; null where it is sent as it was. */
export type Mended = Bodies[Kind] | null

type Resent = { readonly id: ChangeId; readonly state: DeviceState; readonly writes: readonly Write[] }

/**
 * A refused change, mended, under a new id and at the end of the outbox [S5]. What was refused because it builds on it
 * builds on the mended one from now on [S4].
 * @refuses `household-erased`, `advice-over`; `broken-change` where no such change waits for review or the mended body has another shape; the domain's words
 */
export function mendActs(
  state: DeviceState,
  id: ChangeId,
  body: Mended,
  { now, newChangeId }: Making,
): Decision<Resent> {
  const refused = state.outbox.forReview.find(({ change }) => change.id === id)
  if (refused === undefined) return refuse('broken-change')
  // Its words are gone, and are not made up anew [H2] [S15].
  if (isWordless(refused)) return refuse(refused.because)
  const mendedId = newChangeId()
  // The body is of the same kind: the screen that mends it shows that kind, and it is parsed just below.
  const change = { ...refused.change, id: mendedId, body: body ?? refused.change.body } as Change
  if (!hasShape(change)) return refuse('broken-change')
  const household = knownHousehold(state, change.village, change.household)
  const decision = decide(household, change, state.facts.actor, now)
  // What was refused once is offered as it was, even where this device sees no way: the server's word counts [S12].
  if (!decision.ok && body !== null) return decision
  const { diary } = refused
  const mended: Placed = { change, diary, writtenAt: now, place: nextPlace(state), again: false }
  return accept(replace(state, refused, mended))
}

function replace(state: DeviceState, refused: ForReview, mended: Placed): Resent {
  const { id } = refused.change
  const rest = discard(state.outbox, id)
  const handing = dropHanding(state, new Set<string>([id]))
  const relink = <W extends { readonly change: Change }>(one: W): W => buildOn(one, id, mended.change.id)
  const forReview = rest.forReview.map(relink)
  const { before, after } = inOrder(rest.waiting.map(relink), mended)
  const moved = new Set(after.map(({ change }) => change.id))
  return {
    id: mended.change.id,
    state: { ...handing.state, outbox: { forReview, waiting: [...before, mended, ...after] } },
    writes: [
      ...handing.writes,
      { drop: 'review', key: id },
      ...forReview.filter((one, at) => one !== rest.forReview[at]).map(reviewWrite),
      ...rest.waiting
        .filter(({ change }) => moved.has(change.id))
        .map((one): Write => ({ drop: 'outbox', key: keyOfPlace(one) })),
      ...[mended, ...after].map((one): Write => ({ put: 'outbox', key: keyOfPlace(one), value: one })),
    ],
  }
}

type InOrder = { readonly before: readonly Placed[]; readonly after: readonly Placed[] }

/** What builds on the mended change, at once or by way of others, is sent after it: it is judged after it [S4]. */
function inOrder(waiting: readonly Placed[], mended: Placed): InOrder {
  const built = new Set<ChangeId>([mended.change.id])
  const after: Placed[] = []
  for (const one of waiting) {
    if (!one.change.after.some(id => built.has(id))) continue
    built.add(one.change.id)
    after.push({ ...one, place: mended.place + after.length + 1 })
  }
  return { before: waiting.filter(({ change }) => !built.has(change.id)), after }
}

const buildOn = <W extends { readonly change: Change }>(one: W, old: ChangeId, mended: ChangeId): W =>
  one.change.after.includes(old)
    ? { ...one, change: { ...one.change, after: one.change.after.map(id => (id === old ? mended : id)) } }
    : one
