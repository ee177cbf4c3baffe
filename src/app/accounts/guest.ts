import type { Actor } from '#domain/access/grants.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { RescueWord } from '#sync/rescue.ts'
import type { PersonDatabase } from '../store/database.ts'

/** Who stands before the door, with what lies here for them. */
export type Guest = {
  readonly db: PersonDatabase
  readonly id: PersonId
  readonly name: string
  /** Once the password was given just now. */
  readonly actor: Actor | null
  readonly recoveryKey: string | null
  /** The PIN is forgotten: signing in leads to a new one. */
  readonly forgot: boolean
  /** The server's word on what lay sealed here; null where nothing was handed in. */
  readonly words: readonly RescueWord[] | null
  /** What the server could not be given, or would not take: so many. */
  readonly notRescued: number
}

export const newGuest = (db: PersonDatabase, { id, name }: Pick<Actor, 'id' | 'name'>): Guest => ({
  db,
  id,
  name,
  actor: null,
  recoveryKey: null,
  forgot: false,
  words: null,
  notRescued: 0,
})

/** What the server could not open, or does not take from this person. */
export const isNotRescued = ({ is }: RescueWord): boolean => is === 'unreadable' || is === 'of-another'
