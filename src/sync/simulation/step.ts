import type { Instant } from '#domain/base/days.ts'

/** What happens to a request on its way, or to its answer on the way back. */
export type Weather =
  | 'fine'
  /** The request is lost, or cut in the middle of its body. */
  | 'lost'
  /** It arrives and is taken in; the answer is lost. */
  | 'unanswered'
  /** The answer is cut in the middle of its body. */
  | 'cut'
  /** It arrives twice; the second answer comes back. */
  | 'twice'
  /** It is taken for lost, and arrives much later, after newer ones. */
  | 'late'
  /** The answer takes its time: other things happen meanwhile. */
  | 'slow-answer'
  /** The request takes its time: other things happen before it arrives. */
  | 'slow-request'
  | 'signed-out'
  | 'another-person'
  | 'down'
  /** The server dies before its transaction is over, after it, or its disk is full. */
  | 'server-dies-before'
  | 'server-dies-after'
  | 'server-full'

/** What happens to a transaction of a device's disk: stored, disk full, or the process dies just before or just after. */
export type Fate = 'stored' | 'full' | 'dies-before' | 'dies-after'

/** Which device, as a number that stands for any; and which of its tabs. */
type At = { readonly at: number; readonly tab: number }

/**
 * One step of a life. All it draws stands in it, so that a step means the same when others around it are left out:
 * that is how a life is made shorter.
 */
export type Step =
  | (At & {
      readonly is: 'write'
      readonly what: number
      readonly few: number
      readonly where: number
      /** A second act of the same press, which builds on the first. */
      readonly pair: boolean
      readonly fates: readonly Fate[]
    })
  | (At & { readonly is: 'draft'; readonly few: number; readonly fates: readonly Fate[] })
  | (At & { readonly is: 'odd'; readonly where: number })
  | (At & {
      readonly is: 'sync'
      readonly weathers: readonly Weather[]
      readonly fates: readonly Fate[]
    })
  | (At & { readonly is: 'arrive' })
  | { readonly is: 'late' }
  | { readonly is: 'online'; readonly who: number; readonly few: number; readonly where: number }
  | (At & { readonly is: 'restart' })
  | (At & { readonly is: 'clock'; readonly off: number })
  | { readonly is: 'time'; readonly minutes: number }
  | { readonly is: 'back-up' }
  | { readonly is: 'restore'; readonly which: number }
  | { readonly is: 'reassign'; readonly who: number; readonly village: number; readonly how: Reassigning }
  | (At & {
      readonly is: 'review'
      readonly how: 'discard' | 'resend' | 'mend' | 'hand-over'
      readonly which: number
      readonly fates: readonly Fate[]
    })
  | { readonly is: 'erase'; readonly where: number }
  | { readonly is: 'renew' }
  /** A night passes, in which the server's own timer takes advice that is over [H2]. */
  | { readonly is: 'night' }
  /** Every device syncs at the same moment. */
  | { readonly is: 'together' }

/** So many minutes pass before each step. */
export const minutesAStep = 7

export type Reassigning = 'joins-team' | 'becomes-cadre' | 'leaves-today' | 'left-yesterday'

/** A life: who takes part, and what happens, step by step. */
export type Life = {
  readonly seed: number
  readonly begins: Instant
  /** The devices that take part, as numbers among all of the cast. */
  readonly devices: readonly number[]
  /** How many tabs each device has open. */
  readonly tabs: number
  /** The devices whose app is from before, and whether the server is, until it is renewed [S19]. */
  readonly olderApps: readonly number[]
  readonly isOlderServer: boolean
  readonly steps: readonly Step[]
}
