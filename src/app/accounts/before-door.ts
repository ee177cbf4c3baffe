import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import type { RescueWord } from '#sync/rescue.ts'
import * as shelf from '../store/rescue-shelf.ts'
import { newId } from '../sync/new-id.ts'
import type { SessionState } from '../sync/session.ts'
import { listenToTabs } from '../sync/tabs.ts'
import { isNotRescued, type Guest } from './guest.ts'
import { handIn, type NotHandedIn } from './hand-in.ts'
import { hasPasskeyIn } from './passkey.ts'
import { peopleHere, waitingIn } from './people-here.ts'
import type { Roll } from './roll.ts'
import { vaultIn } from './vault.ts'

/** What the shut door shows of who stands before it. After ten wrong tries this device's key is dropped here. */
export async function lockedFor(
  { db, id, name, forgot, notRescued }: Guest,
  roll: Roll | null,
): Promise<SessionState> {
  if ((await vaultIn(db)) === 'sign-in-first' && (await shelf.dropKey(db))) tellTabsGone(id)
  const vault = await vaultIn(db)
  return {
    is: 'locked',
    id,
    name,
    waiting: await waitingIn(db),
    signInFirst: forgot || vault !== 'shut',
    forgot,
    dropped: vault === 'dropped' ? await shelf.countRescue(db) : null,
    notRescued,
    passkey: await hasPasskeyIn(db),
    others: (await peopleHere(roll)).filter(one => one.id !== id),
  }
}

export type Rescued =
  | { readonly ok: true; readonly words: readonly RescueWord[]; readonly notRescued: number }
  | { readonly ok: false; readonly because: NotHandedIn }

/** Hands in what lies sealed for somebody who has signed in and cannot open it. */
export async function rescueFor({ db, id }: Guest): Promise<Rescued> {
  const records = await shelf.readRescue(db)
  const handed = await handIn(records, { device: newId<DeviceId>(), person: id })
  if (!handed.ok) return handed
  // A device from before there was a recovery key holds what nobody can open without the PIN.
  const unsealed = (await shelf.readRecovery(db)) === null ? await waitingIn(db) : 0
  return { ok: true, words: handed.words, notRescued: unsealed + handed.words.filter(isNotRescued).length }
}

/** The other tabs of this person let go of what they show: its key is gone. */
export function tellTabsGone(person: PersonId): void {
  const tabs = listenToTabs(person, () => undefined)
  tabs.say({ is: 'gone' })
  tabs.close()
}
