import type { Actor } from '#domain/access/grants.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { Engine } from '#sync/engine/engine.ts'
import { deletePersonDatabase, openPersonDatabase, type PersonDatabase } from '../store/database.ts'
import * as shelf from '../store/rescue-shelf.ts'
import type { Unsent } from '../store/rescue-shelf.ts'
import { openDevice } from '../sync/open-device.ts'
import type { Door, FileHandedIn, SignInAnswer, SignOutAnswer, UnlockAnswer } from '../sync/session.ts'
import { lockedFor, rescueFor, tellTabsGone } from './before-door.ts'
import { furnish } from './furnish.ts'
import { newGuest, type Guest } from './guest.ts'
import { openInside, sealInsideTo, type Inside } from './inside.ts'
import { passkeysOf } from './passkey-at-door.ts'
import { openWithPasskey } from './passkey.ts'
import { peopleHere } from './people-here.ts'
import { handInFileInto, rescueFileBefore, rescueFileOf } from './rescue-at-door.ts'
import type { RescueFile } from './rescue-file.ts'
import { followActor, type Rooms } from './rooms.ts'
import { openRoll, type Roll } from './roll.ts'
import { askRecoveryKey, signInAt, signOutAt } from './sign-in.ts'
import { nothingHeld, rescueOf } from './take-back.ts'
import { voicesWaiting } from '../voices/standing.ts'
import { allowTries, openVault, vaultIn } from './vault.ts'

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

  const standBefore = async (guest: Guest): Promise<void> => session.set(await lockedFor(guest, roll))

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
    const rescued = await rescueFor(before)
    if (!rescued.ok && rescued.because === 'revoked') {
      await takeAway(before)
      return { ok: true }
    }
    if (!rescued.ok) {
      await standBefore(before)
      return { ok: false, because: rescued.because === 'no-signal' ? 'no-signal' : 'server-trouble' }
    }
    const { words, notRescued } = rescued
    guest = { ...before, words, notRescued }
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
    const before = guest
    if (before === null) return { ok: false, because: 'sign-in-first', waitSeconds: 0 }
    const unlocked = await openVault(before.db, pin, () => Date.now())
    // Somebody else has come to the door meanwhile.
    if (guest !== before) return { ok: false, because: 'wait', waitSeconds: 0 }
    if (unlocked.ok && (await enter(before.db, unlocked.key))) return { ok: true }
    if (unlocked.ok) return await breakOff(before)
    if (unlocked.because === 'sign-in-first') await standBefore(before)
    return unlocked
  }

  async function unlockWithPasskey(): Promise<{ ok: boolean }> {
    const key = guest === null ? null : await openWithPasskey(guest.db)
    return { ok: guest !== null && key !== null && (await enter(guest.db, key)) }
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
    const { count: spoken } = voicesWaiting(inside.engine.state(), inside.voices.out.now())
    const count = outbox.waiting.length + outbox.forReview.length + drafts.size + spoken
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

  async function enter(db: PersonDatabase, key: CryptoKey): Promise<boolean> {
    const recovery = await shelf.readRecovery(db)
    const opened = await openInside(db, key, { autoLock: rooms.autoLock, lock, heard: followEngine })
    if (opened === null) return false
    inside = opened
    const { actor } = opened.engine.state().facts
    await keepOnRoll(actor)
    await sealTo(recovery?.recoveryKey ?? null)
    open.set(openDevice(opened.engine, { voices: opened.voices, online, gone: () => void leave() }))
    session.set({ is: 'open', actor })
    void askRecoveryKey(actor.id).then(sealTo)
    return true
  }

  async function sealTo(recoveryKey: string | null): Promise<void> {
    if (recoveryKey !== null && inside !== null && guest !== null)
      await sealInsideTo(inside, guest, recoveryKey)
  }

  const unsent = (): Unsent => open.now()?.unsent() ?? nothingHeld

  async function rescueFile(): Promise<RescueFile | null> {
    if (inside !== null) return rescueFileOf(inside, unsent())
    return guest === null ? null : rescueFileBefore(guest.db)
  }

  async function handInFile(text: string): Promise<FileHandedIn> {
    const handed = await handInFileInto(inside, text, unsent)
    if (handed.ok) void open.now()?.syncNow()
    return handed
  }

  return {
    begin,
    signIn,
    choosePin,
    unlock,
    unlockWithPasskey,
    ...passkeysOf(() => (inside === null ? null : guest), lock),
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
