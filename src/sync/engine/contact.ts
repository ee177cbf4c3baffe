import { roomAtFirst } from './room.ts'
import type { Coming, NoAnswer } from './transport.ts'

/**
 * How a sync ended. `not-stored`: the answer could not be put on the disk, so it is as if it had not come [S21];
 * `stepped-back`: another tab has taken over, and the answer is left to it [S20].
 */
export type Synced =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: NoAnswer | 'not-stored' | 'stepped-back' }

/** What the engine is at; beside the state, for the one line that says where things are. */
export type Contact = {
  readonly is: 'quiet' | 'syncing'
  /** How the last sync ended; null before the first. */
  readonly last: Synced | null
  /** Whether the last attempt to store something failed [S21]. */
  readonly notStored: boolean
  /** About so many bytes the next request and its answer may weigh [S17]. */
  readonly room: number
  /** The server speaks only an older wire: what that has no word for waits here [S19]. */
  readonly olderServer: boolean
  /** How much of the answer that is on its way has come; null while none is [S17]. */
  readonly coming: Coming | null
}

export const noContact: Contact = {
  is: 'quiet',
  last: null,
  notStored: false,
  room: roomAtFirst,
  olderServer: false,
  coming: null,
}
