import { holdsOn } from '#domain/access/grants.ts'
import type { Day, Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { DeviceState } from '#sync/engine/device-state.ts'
import type { Contact } from '#sync/engine/engine.ts'
import type { Coming } from '#sync/engine/transport.ts'
import { sendable } from '#sync/engine/request.ts'
import { oldestWaiting } from '#sync/outbox.ts'
import type { VoicesWaiting } from '../voices/standing.ts'

/** The one line that says where things are; the first that holds [S2]. */
export type Truth =
  | { readonly is: 'not-stored' }
  | { readonly is: 'refused'; readonly count: number }
  | { readonly is: 'sending'; readonly left: number }
  | {
      readonly is: 'waiting'
      readonly count: number
      readonly oldestAt: Instant
      readonly online: boolean
      /** The session has run out: nothing is lost and writing goes on; 我的 says "sign in again". */
      readonly signInAgain: boolean
      /** The server speaks an older wire, and some of this waits until it is renewed [S19]. */
      readonly olderServer: boolean
      /** When the server was last heard; null where it never was. */
      readonly heardAt: Instant | null
    }
  /** A first sync: villages that have come, of those that are to come; `part`: how far the one on its way is [S17]. */
  | {
      readonly is: 'fetching'
      readonly got: number
      readonly of: number
      readonly part: { readonly got: number; readonly of: number } | null
      /** How much of what is on its way has come, on a line slow enough to see it. */
      readonly coming: Coming | null
    }
  /** Nothing waits, and the server is out of reach; or the session has run out, and 我的 says "sign in again". */
  | { readonly is: 'offline-empty'; readonly signInAgain: boolean; readonly heardAt: Instant | null }
  /** All that was written here is in the server's log; `at`: when it last said so. */
  | { readonly is: 'received'; readonly at: Instant }

/** What the truth is told from. */
export type Known = {
  readonly state: DeviceState
  readonly contact: Contact
  readonly online: boolean
  /** Whether a draft could not be stored. */
  readonly draftLost: boolean
  /** Voice notes that are on their way beside the changes. */
  readonly voices?: VoicesWaiting
  readonly today: Day
}

/** The truth from what is kept and how the last talk with the server went. `received` comes from its word alone. */
export function truthOf({ state, contact, online, draftLost, today, voices = noVoices }: Known): Truth {
  const { waiting, forReview } = state.outbox
  const oldestAt = [oldestWaiting(state.outbox) ?? [], voices.oldestAt ?? []].flat().toSorted()[0] ?? null
  const left = waiting.length + voices.count
  const heardAt = state.facts.clock?.there ?? state.facts.receivedAt
  if (contact.notStored || draftLost) return { is: 'not-stored' }
  if (forReview.length > 0) return { is: 'refused', count: forReview.length }
  if (oldestAt !== null && contact.is === 'syncing' && online) return { is: 'sending', left }
  if (oldestAt !== null)
    return {
      is: 'waiting',
      count: left,
      oldestAt,
      online,
      signInAgain: mustSignInAgain(contact),
      olderServer: waitsForServer(state, contact),
      heardAt,
    }
  const first = firstSync(state, today)
  if (first.got < first.of && (contact.is === 'syncing' || contact.last === null) && online)
    return { is: 'fetching', ...first, part: partOf(state), coming: contact.coming }
  if (!online || (contact.last !== null && !contact.last.ok) || state.facts.receivedAt === null)
    return { is: 'offline-empty', signInAgain: online && mustSignInAgain(contact), heardAt }
  return { is: 'received', at: state.facts.receivedAt }
}

const noVoices: VoicesWaiting = { count: 0, oldestAt: null }

/** Whether the server asks for the password again before it takes anything. */
export const mustSignInAgain = ({ last }: Contact): boolean =>
  last !== null && !last.ok && (last.because === 'signed-out' || last.because === 'another-person')

/** Whether all that waits is of kinds this server does not know yet, or it knows no wire of ours. */
function waitsForServer(state: DeviceState, { last, olderServer }: Contact): boolean {
  if (last !== null && !last.ok && last.because === 'other-version') return true
  return olderServer && state.outbox.waiting.length > 0 && sendable(state, true).length === 0
}

function partOf({ parts }: DeviceState): { readonly got: number; readonly of: number } | null {
  const [held] = parts.values()
  return held === undefined ? null : { got: held.parts.length, of: held.of }
}

function firstSync(
  { facts, villages }: DeviceState,
  today: Day,
): { readonly got: number; readonly of: number } {
  const granted = new Set<VillageCode>()
  for (const grant of facts.actor.grants)
    if ((grant.is === 'team' || grant.is === 'village') && holdsOn(grant, today)) granted.add(grant.village)
  return { got: [...granted].filter(code => villages.has(code)).length, of: granted.size }
}

/** The same truth is told once: compared by what it says. */
export const sameTruth = (one: Truth, other: Truth): boolean => JSON.stringify(one) === JSON.stringify(other)
