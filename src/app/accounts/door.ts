import type { Actor } from '#domain/access/grants.ts'
import { instantOf } from '#domain/base/days.ts'
import type { DeviceId } from '#domain/base/ids.ts'
import { canonical } from '#sync/checksum.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine, type Engine } from '#sync/engine/engine.ts'
import { deletePersonDatabase, openPersonDatabase, type PersonDatabase } from '../store/database.ts'
import { createIndexedDbStore } from '../store/indexed-db-store.ts'
import { appVersion } from '../sync/app-version.ts'
import { httpTransport } from '../sync/http-transport.ts'
import { newId } from '../sync/new-id.ts'
import { openDevice, type OpenDevice } from '../sync/open-device.ts'
import type { Door, SessionState, SignInAnswer, SignOutAnswer, UnlockAnswer } from '../sync/session.ts'
import type { Settable, Watched } from '../sync/watched.ts'
import { addPasskey, hasPasskeyIn, openWithPasskey } from './passkey.ts'
import { openRoll, type Roll } from './roll.ts'
import { signInAt, signOutAt } from './sign-in.ts'
import { allowTries, makeVault, openVault, vaultIn } from './vault.ts'

/** What the door opens and shuts. */
export type Rooms = {
  readonly session: Settable<SessionState>
  readonly open: Settable<OpenDevice | null>
  readonly online: Watched<boolean>
}

/** Who stands before the door, with what lies here for them. */
type Guest = { readonly db: PersonDatabase; readonly actor: Actor | null; readonly name: string }

/**
 * The door of a device: who is here, their vault, and the device behind it. `begin` looks who was here last.
 */
export function createDoor({ session, open, online }: Rooms): Door & { readonly begin: () => Promise<void> } {
  let guest: Guest | null = null
  let engine: Engine | null = null
  let roll: Roll | null = null

  async function begin(): Promise<void> {
    if (!globalThis.isSecureContext) return session.set({ is: 'cannot-keep', because: 'not-secure' })
    try {
      roll = await openRoll()
      await greetLast()
    } catch {
      session.set({ is: 'cannot-keep', because: 'no-storage' })
    }
  }

  async function greetLast(): Promise<void> {
    const last = (await roll?.lastUsed()) ?? null
    if (last === null) return session.set({ is: 'signed-out' })
    const db = await openPersonDatabase(last.id)
    if ((await vaultIn(db)) === 'none') return session.set({ is: 'signed-out' })
    guest = { db, actor: null, name: last.name }
    await standBefore(guest)
  }

  /** The door is shut and somebody stands before it. */
  async function standBefore({ db, name, actor }: Guest): Promise<void> {
    const waiting = await db.count('outbox')
    const signInFirst = (await vaultIn(db)) === 'sign-in-first'
    const passkey = await hasPasskeyIn(db)
    session.set({ is: 'locked', name, waiting, signInFirst, signedIn: actor !== null, passkey })
  }

  async function signIn(username: string, password: string): Promise<SignInAnswer> {
    const answer = await signInAt(username, password)
    if (!answer.ok) return answer
    const { actor } = answer
    if (engine?.state().facts.actor.id === actor.id) {
      void open.now()?.syncNow()
      return { ok: true }
    }
    close()
    guest?.db.close()
    const db = await openPersonDatabase(actor.id)
    guest = { db, actor, name: actor.name }
    if ((await vaultIn(db)) === 'none') session.set({ is: 'no-pin', actor })
    else await letTryAgain(guest)
    open.set(null)
    return { ok: true }
  }

  async function letTryAgain(guest: Guest): Promise<void> {
    await allowTries(guest.db)
    if (guest.actor !== null) await keepOnRoll(guest.actor)
    await standBefore(guest)
  }

  const keepOnRoll = async ({ id, name }: Actor): Promise<void> => roll?.put({ id, name, usedAt: Date.now() })

  async function choosePin(pin: string): Promise<{ ok: boolean }> {
    if (guest === null || guest.actor === null) return { ok: false }
    const { db, actor } = guest
    try {
      const key = await makeVault(db, pin)
      const value = newDeviceFacts(newId<DeviceId>(), actor)
      await createIndexedDbStore(db, key).commit([{ put: 'device', key: deviceKey, value }])
      await keepOnRoll(actor)
      // Where the browser grants it, what is kept is not cleared for want of room [S21].
      void navigator.storage.persist().catch(() => false)
      return { ok: await enter(db, key) }
    } catch {
      return { ok: false }
    }
  }

  async function unlock(pin: string): Promise<UnlockAnswer> {
    if (guest === null) return { ok: false, because: 'sign-in-first', waitSeconds: 0 }
    const unlocked = await openVault(guest.db, pin, () => Date.now())
    if (unlocked.ok && (await enter(guest.db, unlocked.key))) return { ok: true }
    if (unlocked.ok) return await breakOff(guest)
    if (unlocked.because === 'sign-in-first') await standBefore(guest)
    return unlocked
  }

  async function unlockWithPasskey(): Promise<{ ok: boolean }> {
    const key = guest === null ? null : await openWithPasskey(guest.db)
    return { ok: guest !== null && key !== null && (await enter(guest.db, key)) }
  }

  async function addPasskeyNow(pin: string): Promise<{ ok: boolean }> {
    return { ok: guest !== null && engine !== null && (await addPasskey(guest.db, pin, guest.name)) }
  }

  async function beginAnewLosingUnsent(): Promise<{ ok: boolean }> {
    if (guest === null || guest.actor === null || engine !== null) return { ok: false }
    const { actor } = guest
    guest.db.close()
    await deletePersonDatabase(actor.id)
    guest = { db: await openPersonDatabase(actor.id), actor, name: actor.name }
    session.set({ is: 'no-pin', actor })
    return { ok: true }
  }

  /** A vault without a device behind it: the first evening was cut in the middle. There is nothing to lose yet. */
  async function breakOff({ db }: Guest): Promise<UnlockAnswer> {
    db.close()
    session.set({ is: 'signed-out' })
    return { ok: false, because: 'sign-in-first', waitSeconds: 0 }
  }

  async function enter(db: PersonDatabase, key: CryptoKey): Promise<boolean> {
    engine = await openEngine({
      store: createIndexedDbStore(db, key),
      transport: httpTransport,
      now: () => instantOf(Date.now()),
      newChangeId: newId,
      app: appVersion,
    })
    if (engine === null) return false
    const opened = engine
    open.set(openDevice(opened, online, () => void leave()))
    session.set({ is: 'open', actor: opened.state().facts.actor })
    opened.listen(() => followActor(session, opened.state().facts.actor))
    return true
  }

  /** Forgets the key and all that was read with it. */
  function close(): void {
    open.now()?.close()
    engine = null
  }

  async function lock(): Promise<void> {
    if (guest === null || engine === null) return
    const { name } = engine.state().facts.actor
    guest = { ...guest, actor: null, name }
    close()
    await standBefore(guest)
    open.set(null)
  }

  async function signOut(): Promise<SignOutAnswer> {
    if (engine === null) return { ok: true }
    const { outbox, drafts } = engine.state()
    const count = outbox.waiting.length + outbox.forReview.length + drafts.size
    if (count > 0) return { ok: false, because: 'not-sent', count }
    await signOutLosingUnsent()
    return { ok: true }
  }

  async function signOutLosingUnsent(): Promise<void> {
    const person = engine?.state().facts.actor.id
    if (person === undefined) return
    open.now()?.sayGone()
    await leave()
    await roll?.drop(person)
    await deletePersonDatabase(person)
    await signOutAt()
  }

  /** What was kept here is gone, by this tab or another. */
  async function leave(): Promise<void> {
    close()
    guest?.db.close()
    guest = null
    session.set({ is: 'signed-out' })
    open.set(null)
  }

  function signInAsAnother(): void {
    session.set({ is: 'signed-out' })
  }

  return {
    begin,
    signIn,
    choosePin,
    unlock,
    unlockWithPasskey,
    addPasskey: addPasskeyNow,
    lock,
    signOut,
    signOutLosingUnsent,
    beginAnewLosingUnsent,
    signInAsAnother,
  }
}

/** The tasks of the person move with each sync; the session tells it when they are others. */
function followActor(session: Settable<SessionState>, actor: Actor): void {
  const now = session.now()
  if (now.is === 'open' && canonical(now.actor) !== canonical(actor)) session.set({ is: 'open', actor })
}
