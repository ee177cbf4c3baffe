import type { Actor } from '#domain/access/grants.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { NotHandedIn } from '../accounts/hand-in.ts'
import type { FileRead, RescueFile } from '../accounts/rescue-file.ts'
import type { Rescue } from '../accounts/take-back.ts'
import type { Sealed } from '../store/rescue-shelf.ts'

/** One of those who work on this phone. `waiting`: changes of theirs that still have to be sent. */
export type OnPhone = { readonly id: PersonId; readonly name: string; readonly waiting: number }

/** Who is at this device, and whether what is kept on it can be read. */
export type SessionState =
  | { readonly is: 'loading' }
  /** This browser cannot keep anything safely: no https (or localhost), or no storage. Said at once [S21]. */
  | { readonly is: 'cannot-keep'; readonly because: 'not-secure' | 'no-storage' }
  /** `people`: who can open this phone with a PIN instead of signing in. */
  | { readonly is: 'signed-out'; readonly people: readonly OnPhone[] }
  /** This device was stopped; what it kept of this person has been taken away. */
  | { readonly is: 'revoked'; readonly name: string }
  /** Somebody works on this device; the PIN opens what is kept. `waiting`: changes that still have to be sent. */
  | {
      readonly is: 'locked'
      readonly id: PersonId
      readonly name: string
      readonly waiting: number
      /** The password is asked for (online): the key was dropped, or the PIN is forgotten. */
      readonly signInFirst: boolean
      /** The person says that the PIN is forgotten. */
      readonly forgot: boolean
      /** After ten wrong tries: what lies sealed to the server until the next sign-in, unreadable here. */
      readonly dropped: Sealed | null
      /** What was sealed and the server would not take: so many records. Losing them is for the person to decide. */
      readonly notRescued: number
      /** Whether a passkey opens it as well. */
      readonly passkey: boolean
      /** The others who work on this phone. */
      readonly others: readonly OnPhone[]
    }
  /** Signed in for the first time on this device, or anew: a PIN is chosen now. `rescue`: what became of the unsent. */
  | { readonly is: 'no-pin'; readonly actor: Actor; readonly rescue: Rescue | null }
  | { readonly is: 'open'; readonly actor: Actor }

export type SignInAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly because:
        | 'wrong-password'
        | 'no-signal'
        | 'too-many-tries'
        | 'not-a-phone-role'
        | 'server-trouble'
    }

export type UnlockAnswer =
  | { readonly ok: true }
  /**
   * `wrong-pin`: how long until the next try. `wait`: too early, not looked at. `sign-in-first`: ten wrong tries.
   * `no-room`: the disk is full, so that the try cannot be counted, and is not looked at [S21].
   */
  | {
      readonly ok: false
      readonly because: 'wrong-pin' | 'wait' | 'sign-in-first' | 'no-room'
      readonly waitSeconds: number
    }

/** `not-added`: the phone's own question was turned away, or it has no such secret to give. */
export type PasskeyAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly because: 'wrong-pin' | 'wait' | 'sign-in-first' | 'no-room' | 'not-added'
      readonly waitSeconds: number
    }

export type SignOutAnswer =
  | { readonly ok: true }
  /** Something on this device was not sent yet, or lies as a draft: signing out would lose it. */
  | { readonly ok: false; readonly because: 'not-sent'; readonly count: number }

/** `of-another`: the file is somebody else's. `not-stored`: the server has it, what came back could not be kept here. */
export type FileHandedIn =
  | { readonly ok: true; readonly rescue: Rescue }
  | {
      readonly ok: false
      readonly because:
        | Extract<FileRead, { ok: false }>['because']
        | NotHandedIn
        | 'of-another'
        | 'not-stored'
    }

/** The ways in and out. All are promises; none of them throws for want of a signal. */
export type Door = {
  /** Where the key was dropped or the PIN forgotten, what was not sent is handed in before a new PIN is chosen. */
  readonly signIn: (username: string, password: string) => Promise<SignInAnswer>
  /** Six digits or a passphrase of at least 8 characters; only in the state `no-pin`. */
  readonly choosePin: (pin: string) => Promise<{ readonly ok: boolean }>
  readonly unlock: (pin: string) => Promise<UnlockAnswer>
  readonly unlockWithPasskey: () => Promise<{ readonly ok: boolean }>
  /** Adds a passkey beside the PIN, while the device is open; offered where `hasPasskeys()` says yes. */
  readonly addPasskey: (pin: string) => Promise<PasskeyAnswer>
  readonly hasPasskey: () => Promise<boolean>
  /** From now on only the PIN opens it. */
  readonly dropPasskey: () => Promise<void>
  /** Saves drafts, then forgets the key in memory; what is kept stays, unreadable. Stays open where the disk refuses a draft. */
  readonly lock: () => Promise<void>
  /** Ends the session and takes everything from this device; refused while something was not sent. */
  readonly signOut: () => Promise<SignOutAnswer>
  /** The same, losing knowingly what was not sent. */
  readonly signOutLosingUnsent: () => Promise<void>
  /** The PIN is forgotten: the password is asked for, and what was not sent goes to the server first. */
  readonly forgotPin: () => Promise<void>
  /** Lets a new PIN be chosen, losing knowingly what the server would not take (`notRescued`). */
  readonly beginAnewLosingUnsent: () => Promise<{ readonly ok: boolean }>
  /** To the lock screen of one of those who work on this phone. */
  readonly choosePerson: (person: PersonId) => Promise<void>
  /** To the sign-in screen, for a colleague. Nothing is lost. */
  readonly signInAsAnother: () => Promise<void>
  /** Everything that was not sent, sealed to the server, as one file; null where nothing can be sealed. */
  readonly rescueFile: () => Promise<RescueFile | null>
  /** Hands in a rescue file of the person who is here. */
  readonly handInFile: (text: string) => Promise<FileHandedIn>
}
