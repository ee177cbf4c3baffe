import type { Actor } from '#domain/access/grants.ts'
import { dayOf, instantOf } from '#domain/base/days.ts'
import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import { canonical } from '#sync/checksum.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine, type Engine } from '#sync/engine/engine.ts'
import type { DeviceStore } from '#sync/engine/store.ts'
import type { RescueWord } from '#sync/rescue.ts'
import { deletePersonDatabase, openPersonDatabase, type PersonDatabase } from '../store/database.ts'
import { createIndexedDbStore } from '../store/indexed-db-store.ts'
import * as shelf from '../store/rescue-shelf.ts'
import { createSealer, type Sealer } from '../store/sealer.ts'
import { appVersion } from '../sync/app-version.ts'
import { httpTransport } from '../sync/http-transport.ts'
import { newId } from '../sync/new-id.ts'
import { openDevice, type OpenDevice } from '../sync/open-device.ts'
import type {
  Door,
  FileHandedIn,
  SessionState,
  SignInAnswer,
  SignOutAnswer,
  UnlockAnswer,
} from '../sync/session.ts'
import { listenToTabs } from '../sync/tabs.ts'
import type { Settable, Watched } from '../sync/watched.ts'
import { startAutoLock, type AutoLock } from './auto-lock.ts'
import { handIn } from './hand-in.ts'
import { addPasskey, hasPasskeyIn, openWithPasskey } from './passkey.ts'
import { peopleHere, waitingIn } from './people-here.ts'
import { parseRescueFile, presentRescueFile, type RescueFile } from './rescue-file.ts'
import { openRoll, type Roll } from './roll.ts'
import { askRecoveryKey, signInAt, signOutAt } from './sign-in.ts'
import { nothingHeld, rescueOf, takenBack } from './take-back.ts'
import { allowTries, makeVault, openVault, vaultIn } from './vault.ts'

/** What the door opens and shuts, and when it shuts by itself. */
export type Rooms = {
  readonly session: Settable<SessionState>
  readonly open: Settable<OpenDevice | null>
  readonly online: Watched<boolean>
  readonly autoLock: Pick<AutoLock, 'minutes' | 'staysOpen'>
}

/** Who stands before the door, with what lies here for them. */
type Guest = {
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

/** The device behind the door, while it is open. */
type Inside = {
  readonly engine: Engine
  readonly store: DeviceStore
  readonly sealing: Sealing
  readonly stop: () => void
}

/** To which key of the server the store seals; it is learned when the server can be reached. */
type Sealing = { by: Sealer | null }

// One file, over the usual length: every way in and out moves the same few things, and they are closed in here.
/**
 * The door of a device: who is here, their vault, and the device behind it. `begin` looks who was here last.
 */
export function createDoor(rooms: Rooms): Door & { readonly begin: () => Promise<void> } {
  const { session, open, online } = rooms
  let guest: Guest | null = null
  let inside: Inside | null = null
  let roll: Roll | null = null

  async function begin(): Promise<void> {
    if (!globalThis.isSecureContext) return session.set({ is: 'cannot-keep', because: 'not-secure' })
    try {
      roll = await openRoll()
      const [last] = await peopleHere(roll)
      if (last === undefined) session.set({ is: 'signed-out', people: [] })
      else await choosePerson(last.id)
    } catch {
      session.set({ is: 'cannot-keep', because: 'no-storage' })
    }
  }

  async function choosePerson(person: PersonId): Promise<void> {
    const known = (await roll?.people())?.find(({ id }) => id === person)
    if (inside !== null || known === undefined) return
    guest?.db.close()
    guest = newGuest(await openPersonDatabase(person), known)
    await standBefore(guest)
  }

  /** The door is shut and somebody stands before it. After ten wrong tries this device's key is dropped here. */
  async function standBefore({ db, id, name, forgot, notRescued }: Guest): Promise<void> {
    if ((await vaultIn(db)) === 'sign-in-first' && (await shelf.dropKey(db))) tellTabsGone(id)
    const vault = await vaultIn(db)
    session.set({
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
    })
  }

  async function signIn(username: string, password: string): Promise<SignInAnswer> {
    const answer = await signInAt(username, password)
    if (!answer.ok) return answer
    const { actor, recoveryKey } = answer
    if (inside?.engine.state().facts.actor.id === actor.id) {
      void sealTo(recoveryKey)
      void open.now()?.syncNow()
      return { ok: true }
    }
    await open.now()?.settle()
    close()
    guest?.db.close()
    const forgot = guest !== null && guest.forgot && guest.id === actor.id
    guest = { ...newGuest(await openPersonDatabase(actor.id), actor), actor, recoveryKey, forgot }
    const admitted = await admit(guest)
    open.set(null)
    return admitted
  }

  async function admit(guest: Guest): Promise<SignInAnswer> {
    const vault = await vaultIn(guest.db)
    if (vault === 'none') choosePinNext(guest)
    else if (guest.forgot || vault === 'dropped') return rescue(guest)
    else {
      await allowTries(guest.db)
      if (guest.actor !== null) await keepOnRoll(guest.actor)
      await standBefore(guest)
    }
    return { ok: true }
  }

  /** Hands in what lies sealed; only then a new PIN is chosen. Where that cannot be, all stays as it was. */
  async function rescue(before: Guest): Promise<SignInAnswer> {
    const records = await shelf.readRescue(before.db)
    const handed = await handIn(records, { device: newId<DeviceId>(), person: before.id })
    if (!handed.ok && handed.because === 'revoked') {
      await takeAway(before)
      return { ok: true }
    }
    if (!handed.ok) {
      await standBefore(before)
      return { ok: false, because: handed.because === 'no-signal' ? 'no-signal' : 'server-trouble' }
    }
    // A device from before there was a recovery key holds what nobody can open without the PIN.
    const unsealed = (await shelf.readRecovery(before.db)) === null ? await waitingIn(before.db) : 0
    const notRescued = unsealed + handed.words.filter(isNotRescued).length
    guest = { ...before, words: handed.words, notRescued }
    if (notRescued > 0) await standBefore(guest)
    else choosePinNext(guest)
    return { ok: true }
  }

  function choosePinNext({ actor, words }: Guest): void {
    if (actor === null) return
    session.set({ is: 'no-pin', actor, rescue: words === null ? null : rescueOf(words, nothingHeld) })
  }

  // Only the order of names on the door: a full disk must not keep it shut [S21].
  const keepOnRoll = async ({ id, name }: Actor): Promise<void> =>
    roll?.put({ id, name, usedAt: Date.now() }).catch(() => undefined)

  async function choosePin(pin: string): Promise<{ ok: boolean }> {
    if (guest === null || guest.actor === null) return { ok: false }
    try {
      const key = await furnish({ ...guest, actor: guest.actor }, pin)
      // Where the browser grants it, what is kept is not cleared for want of room [S21].
      void navigator.storage.persist().catch(() => false)
      const { db } = guest
      guest = { ...guest, forgot: false, words: null, notRescued: 0 }
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
    return { ok: guest !== null && inside !== null && (await addPasskey(guest.db, pin, guest.name)) }
  }

  async function forgotPin(): Promise<void> {
    if (guest === null || inside !== null) return
    guest = { ...guest, forgot: true }
    await standBefore(guest)
  }

  async function beginAnewLosingUnsent(): Promise<{ ok: boolean }> {
    if (guest === null || guest.actor === null || guest.words === null || inside !== null)
      return { ok: false }
    choosePinNext(guest)
    return { ok: true }
  }

  /** A vault without a device behind it: choosing a PIN was cut in the middle. What lay sealed lies there still. */
  async function breakOff(before: Guest): Promise<UnlockAnswer> {
    if (await shelf.dropKey(before.db)) await standBefore(before)
    else {
      // No key of the server was ever here, nor a device: nothing was written.
      before.db.close()
      await deletePersonDatabase(before.id)
      await leave()
    }
    return { ok: false, because: 'sign-in-first', waitSeconds: 0 }
  }

  async function enter(db: PersonDatabase, key: CryptoKey): Promise<boolean> {
    const recovery = await shelf.readRecovery(db)
    const sealing: Sealing = { by: null }
    const store = createIndexedDbStore(db, key, () => sealing.by)
    const engine = await openEngine({
      store,
      transport: httpTransport,
      now: () => instantOf(Date.now()),
      newChangeId: newId,
      app: appVersion,
    })
    if (engine === null) return false
    const { actor } = engine.state().facts
    const stopLock = startAutoLock({ ...rooms.autoLock, lock })
    const stopListening = engine.listen(() => followEngine(engine))
    const stop = () => {
      stopLock()
      stopListening()
    }
    inside = { engine, store, sealing, stop }
    await keepOnRoll(actor)
    await sealTo(recovery?.recoveryKey ?? null)
    open.set(openDevice(engine, online, () => void leave()))
    session.set({ is: 'open', actor })
    void askRecoveryKey(actor.id).then(sealTo)
    return true
  }

  function followEngine(engine: Engine): void {
    followActor(session, engine.state().facts.actor)
    const { last } = engine.contact()
    if (
      last !== null &&
      !last.ok &&
      last.because === 'revoked' &&
      inside?.engine === engine &&
      guest !== null
    )
      void takeAway(guest)
  }

  /** From now on what is written is sealed to this key as well, and what lies here already with it. */
  async function sealTo(recoveryKey: string | null): Promise<void> {
    if (recoveryKey === null || inside === null || guest === null) return
    const { store, sealing } = inside
    if (sealing.by?.recoveryKey === recoveryKey) return
    const sealer = await createSealer(recoveryKey, guest.id).catch(() => null)
    if (sealer === null) return
    sealing.by = sealer
    // A disk that refuses is said by the next thing written; the next opening tries again.
    await shelf.sealInStep(guest.db, store, sealer).catch(() => null)
  }

  /** Forgets the key and all that was read with it. */
  function close(): void {
    open.now()?.close()
    inside?.stop()
    inside = null
  }

  async function lock(): Promise<void> {
    const opened = inside
    if (guest === null || opened === null) return
    // A draft that the disk does not take would be lost: then the screen stays, and says so [S21].
    if (!(await open.now()?.settle()) || inside !== opened) return
    const { name } = opened.engine.state().facts.actor
    guest = { ...guest, actor: null, name }
    close()
    await standBefore(guest)
    open.set(null)
  }

  async function signOut(): Promise<SignOutAnswer> {
    if (inside === null) return { ok: true }
    const { outbox, drafts } = inside.engine.state()
    const count = outbox.waiting.length + outbox.forReview.length + drafts.size
    if (count > 0) return { ok: false, because: 'not-sent', count }
    await signOutLosingUnsent()
    return { ok: true }
  }

  async function signOutLosingUnsent(): Promise<void> {
    const person = inside?.engine.state().facts.actor.id
    if (person === undefined) return
    await roll?.drop(person)
    open.now()?.sayGone()
    close()
    guest?.db.close()
    guest = null
    await deletePersonDatabase(person)
    await leave()
    await signOutAt()
  }

  /** This device was stopped: everything of this person goes from it, what lay sealed as well. */
  async function takeAway({ db, id, name }: Guest): Promise<void> {
    close()
    await roll?.drop(id)
    tellTabsGone(id)
    db.close()
    guest = null
    await deletePersonDatabase(id)
    session.set({ is: 'revoked', name })
    open.set(null)
  }

  /** What was kept here is gone, by this tab or another. */
  async function leave(): Promise<void> {
    close()
    guest?.db.close()
    guest = null
    session.set({ is: 'signed-out', people: await peopleHere(roll) })
    open.set(null)
  }

  async function signInAsAnother(): Promise<void> {
    session.set({ is: 'signed-out', people: await peopleHere(roll) })
  }

  async function rescueFile(): Promise<RescueFile | null> {
    const day = dayOf(instantOf(Date.now()))
    if (inside !== null) {
      const unsent = open.now()?.unsent()
      const sealer = inside.sealing.by
      return sealer === null || unsent === undefined
        ? null
        : presentRescueFile(await shelf.sealAll(unsent, sealer), day)
    }
    return guest === null ? null : presentRescueFile(await shelf.readRescue(guest.db), day)
  }

  async function handInFile(text: string): Promise<FileHandedIn> {
    const opened = inside
    const read = await parseRescueFile(text)
    if (!read.ok) return read
    if (opened === null) return { ok: false, because: 'signed-out' }
    const { device, actor } = opened.engine.state().facts
    const handed = await handIn(read.records, { device, person: actor.id })
    if (!handed.ok) return handed
    const held = open.now()?.unsent() ?? nothingHeld
    const rescue = rescueOf(handed.words, held)
    if (rescue.ofAnother > 0) return { ok: false, because: 'of-another' }
    const stored = await opened.store.commit(takenBack(handed.words, held)).then(
      () => true,
      () => false,
    )
    await opened.engine.reload().catch(() => null)
    void open.now()?.syncNow()
    return stored ? { ok: true, rescue } : { ok: false, because: 'not-stored' }
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
    forgotPin,
    beginAnewLosingUnsent,
    choosePerson,
    signInAsAnother,
    rescueFile,
    handInFile,
  }
}

const newGuest = (db: PersonDatabase, { id, name }: Pick<Actor, 'id' | 'name'>): Guest => ({
  db,
  id,
  name,
  actor: null,
  recoveryKey: null,
  forgot: false,
  words: null,
  notRescued: 0,
})

const isNotRescued = ({ is }: RescueWord): boolean => is === 'unreadable' || is === 'of-another'

/**
 * A new vault with a device in it, and what came back from the server. The old key is dropped first; what lay sealed
 * goes last, when everything the server said of it is on the disk [S2].
 */
async function furnish(
  { db, actor, recoveryKey, words }: Guest & { actor: Actor },
  pin: string,
): Promise<CryptoKey> {
  await shelf.clearSealed(db)
  if (recoveryKey !== null) await shelf.keepRecovery(db, { recoveryKey })
  const key = await makeVault(db, pin)
  const sealer = recoveryKey === null ? null : await createSealer(recoveryKey, actor.id)
  const back = takenBack(words ?? [], nothingHeld)
  const value = newDeviceFacts(newId<DeviceId>(), actor)
  const store = createIndexedDbStore(db, key, () => sealer)
  await store.commit([{ put: 'device', key: deviceKey, value }, ...back])
  const again = new Set(back.flatMap(write => ('put' in write ? shelf.rescueKey(write.put, write.key) : [])))
  await shelf.forgetRescue(
    db,
    (words ?? []).flatMap(({ key }) => (again.has(key) ? [] : key)),
  )
  return key
}

/** The other tabs of this person let go of what they show: its key is gone. */
function tellTabsGone(person: PersonId): void {
  const tabs = listenToTabs(person, () => undefined)
  tabs.say({ is: 'gone' })
  tabs.close()
}

/** The tasks of the person move with each sync; the session tells it when they are others. */
function followActor(session: Settable<SessionState>, actor: Actor): void {
  const now = session.now()
  if (now.is === 'open' && canonical(now.actor) !== canonical(actor)) session.set({ is: 'open', actor })
}
