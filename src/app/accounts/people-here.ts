import type { PersonId } from '#domain/base/ids.ts'
import { openPersonDatabase, type PersonDatabase } from '../store/database.ts'
import { countRescue } from '../store/rescue-shelf.ts'
import type { OnPhone } from '../sync/session.ts'
import type { Roll } from './roll.ts'
import { vaultIn } from './vault.ts'

/** Who works on this phone, with how many changes of each still wait. Nothing of theirs is read: records are counted. */
export async function peopleHere(roll: Roll | null): Promise<readonly OnPhone[]> {
  const people: OnPhone[] = []
  for (const { id, name } of (await roll?.people()) ?? []) {
    const waiting = await waitingOf(id)
    if (waiting !== null) people.push({ id, name, waiting })
  }
  return people
}

/** How many changes wait; null where this person has no vault here. */
async function waitingOf(person: PersonId): Promise<number | null> {
  const db = await openPersonDatabase(person)
  try {
    return (await vaultIn(db)) === 'none' ? null : await waitingIn(db)
  } finally {
    db.close()
  }
}

/** How many changes wait in a database, whether its key is still here or not. */
export const waitingIn = async (db: PersonDatabase): Promise<number> =>
  (await vaultIn(db)) === 'dropped' ? (await countRescue(db)).changes : db.count('outbox')
