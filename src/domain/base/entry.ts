import type { Day } from './days.ts'
import type { PersonNamed, Role } from './people.ts'

/**
 * Under what a change stands in the log: who wrote it, in which role, on which day, and its number in the village's
 * log. A change that still waits on a device has no number yet.
 */
export type Entry = {
  readonly by: PersonNamed
  readonly role: Role
  readonly writtenOn: Day
  readonly number: number | null
}
