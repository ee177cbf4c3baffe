import type { Bytes } from '../store/cipher.ts'

/** What lies on the disk beside the sealed shelves: the data key, wrapped, and how often it was tried. */
export type Lock = Wrapped & {
  readonly salt: Bytes
  readonly cost: Cost
  readonly tries: Tries
  /** The same data key, wrapped a second time under a passkey's secret. */
  readonly passkey?: Wrapped & { readonly credential: Bytes; readonly salt: Bytes }
}

/** The data key under another key. */
export type Wrapped = { readonly iv: Bytes; readonly wrapped: Bytes }

/** What one derivation costs: Argon2id with one lane. Memory in KiB. */
export type Cost = { readonly memory: number; readonly passes: number }

/** Wrong tries in a row, and when the next is looked at (milliseconds since 1970, by the device's clock). */
export type Tries = { readonly wrong: number; readonly nextAt: number }

export const noTries: Tries = { wrong: 0, nextAt: 0 }

/** After so many wrong tries this device's key is dropped. */
export const mostTries = 10

// Seconds to wait after the first, the second … wrong try; a slip of the finger costs nothing.
const waits = [0, 0, 5, 15, 30, 60, 120, 300, 600]

/** How long to wait after so many wrong tries, in seconds. */
export const waitAfter = (wrong: number): number => (wrong === 0 ? 0 : (waits[wrong - 1] ?? 600))

export const afterWrong = ({ wrong }: Tries, now: number): Tries => ({
  wrong: wrong + 1,
  nextAt: now + waitAfter(wrong + 1) * 1000,
})

/** The same tries where the clock was set back since: the wait begins anew, so that it ends, and is no longer than itself [S18]. */
export const sinceSetBack = (tries: Tries, now: number): Tries => {
  const latest = now + waitAfter(tries.wrong) * 1000
  return tries.nextAt > latest ? { ...tries, nextAt: latest } : tries
}

/** Seconds until a try is looked at again; a clock that was set back makes nobody wait longer than the wait itself. */
export const secondsLeft = ({ wrong, nextAt }: Tries, now: number): number =>
  Math.max(0, Math.min(Math.ceil((nextAt - now) / 1000), waitAfter(wrong)))
