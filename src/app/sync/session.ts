import type { Actor } from '#domain/access/grants.ts'

/** Who is at this device, and whether what is kept on it can be read. */
export type SessionState =
  | { readonly is: 'loading' }
  /** This browser cannot keep anything safely: no https (or localhost), or no storage. Said at once [S21]. */
  | { readonly is: 'cannot-keep'; readonly because: 'not-secure' | 'no-storage' }
  | { readonly is: 'signed-out' }
  /** Somebody works on this device; the PIN opens what is kept. `waiting`: changes that still have to be sent. */
  | {
      readonly is: 'locked'
      readonly name: string
      readonly waiting: number
      /** After ten wrong tries: signing in with the password (online) comes first, then the PIN again. */
      readonly signInFirst: boolean
      /** Whether the password was given just now; then a forgotten PIN can be replaced (`beginAnewLosingUnsent`). */
      readonly signedIn: boolean
      /** Whether a passkey opens it as well. */
      readonly passkey: boolean
    }
  /** Signed in for the first time on this device: a PIN is chosen now. */
  | { readonly is: 'no-pin'; readonly actor: Actor }
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
  /** `wrong-pin`: how long until the next try. `wait`: too early, not looked at. `sign-in-first`: ten wrong tries. */
  | {
      readonly ok: false
      readonly because: 'wrong-pin' | 'wait' | 'sign-in-first'
      readonly waitSeconds: number
    }

export type SignOutAnswer =
  | { readonly ok: true }
  /** Something on this device was not sent yet, or lies as a draft: signing out would lose it. */
  | { readonly ok: false; readonly because: 'not-sent'; readonly count: number }

/** The ways in and out. All are promises; none of them throws for want of a signal. */
export type Door = {
  readonly signIn: (username: string, password: string) => Promise<SignInAnswer>
  /** Six digits or a passphrase of at least 8 characters; only in the state `no-pin`. */
  readonly choosePin: (pin: string) => Promise<{ readonly ok: boolean }>
  readonly unlock: (pin: string) => Promise<UnlockAnswer>
  readonly unlockWithPasskey: () => Promise<{ readonly ok: boolean }>
  /** Adds a passkey beside the PIN, while the device is open; offered where `hasPasskeys()` says yes. */
  readonly addPasskey: (pin: string) => Promise<{ readonly ok: boolean }>
  /** Forgets the key in memory; what is kept stays, unreadable. */
  readonly lock: () => Promise<void>
  /** Ends the session and takes everything from this device; refused while something was not sent. */
  readonly signOut: () => Promise<SignOutAnswer>
  /** The same, losing knowingly what was not sent. */
  readonly signOutLosingUnsent: () => Promise<void>
  /**
   * The PIN is forgotten: takes away what is kept for the person of the lock screen, with what was not sent, and lets a
   * new PIN be chosen. Only after the password was given (`signedIn`).
   */
  readonly beginAnewLosingUnsent: () => Promise<{ readonly ok: boolean }>
  /** From `locked` to the sign-in screen, for a colleague or after a forgotten PIN. Nothing is lost. */
  readonly signInAsAnother: () => void
}
