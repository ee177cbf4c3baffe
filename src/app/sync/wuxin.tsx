import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { Audience } from '#domain/access/may-see.ts'
import type { Day, Instant } from '#domain/base/days.ts'
import type { Decision } from '#domain/base/decision.ts'
import { asId, type ChangeId, type HouseholdId, type VillageCode, type VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Bodies, Kind } from '#sync/change.ts'
import type { ForReview } from '#sync/outbox.ts'
import type { Opening } from '#sync/wire.ts'
import type { Door, SessionState } from './session.ts'

/** A village as the screens show it: what is accepted, with the device's own waiting changes on top [S11]. */
export type VillageView = {
  readonly code: VillageCode
  readonly name: string
  readonly audience: Audience
  readonly households: ReadonlyMap<HouseholdId, Household>
  /** Whether device and server hold the same [S9]; `fetching-anew` mends itself, `disagrees` is said on 我的. */
  readonly agreement: 'agrees' | 'fetching-anew' | 'disagrees'
}

/** What somebody does, before it is a change: the device gives it its id and the time. */
export type Act = {
  readonly [K in Kind]: {
    readonly village: VillageCode
    readonly household: HouseholdId
    readonly kind: K
    readonly body: Bodies[K]
    /** The story of a visit, with `visit.record`; kept apart from the log. */
    readonly diary?: string
    /** The changes it builds on: where one of them is refused, so is this [S4]. */
    readonly after?: readonly ChangeId[]
    /** An id made before with `newId<ChangeId>()`, so that another act of the same press can name it in `after`. */
    readonly id?: ChangeId
    /** The draft that this act comes from: it goes in the same transaction, or not at all. */
    readonly draft?: string
  }
}[Kind]

/** What became of an act: decided at once, then stored. `not-stored`: the disk refused; the screen keeps the words [S21]. */
export type Written<T> = Decision<T> | { readonly ok: false; readonly because: 'not-stored' }

/** The one line that says where things are; the first that holds [S2]. */
export type Truth =
  | { readonly is: 'not-stored' }
  | { readonly is: 'refused'; readonly count: number }
  | { readonly is: 'sending'; readonly left: number }
  | {
      readonly is: 'waiting'
      readonly count: number
      readonly oldestAt: Instant
      readonly online: boolean
      /** The session has run out: nothing is lost and writing goes on; 我的 says "sign in again". */
      readonly signInAgain: boolean
    }
  /** A first sync: villages that have come, of those that are to come. */
  | { readonly is: 'fetching'; readonly got: number; readonly of: number }
  /** Nothing waits, and the server is out of reach. */
  | { readonly is: 'offline-empty' }
  /** All that was written here is in the server's log; `at`: when it last said so. */
  | { readonly is: 'received'; readonly at: Instant }

export type Draft = {
  readonly text: string
  /** Empty text takes the draft away. */
  readonly setText: (text: string) => void
  readonly saved: 'saved' | 'saving' | 'not-stored'
}

export type Review = {
  readonly refused: readonly ForReview[]
  /** A person lets it go, knowingly [S5]. */
  readonly discard: (id: ChangeId) => Promise<void>
  /** The mended change has a new id and waits again; without a mended body it is sent as it was. */
  readonly resend: (id: ChangeId, mendedBody?: Bodies[Kind]) => Promise<Written<ChangeId>>
}

/** A value that changes, and word of it. `now` gives the same reference as long as nothing changed. */
export type Watched<T> = { readonly now: () => T; readonly watch: (told: () => void) => () => void }

/** What is open on this device while somebody works: all of it in memory, all of it on disk, encrypted. */
export type OpenDevice = {
  readonly villages: Watched<readonly VillageView[]>
  readonly truth: Watched<Truth>
  readonly refused: Watched<readonly ForReview[]>
  readonly write: (acts: readonly Act[]) => Promise<Written<readonly ChangeId[]>>
  readonly discard: Review['discard']
  readonly resend: Review['resend']
  readonly draft: (key: string) => Watched<Omit<Draft, 'setText'>>
  readonly setDraft: (key: string, text: string) => void
  readonly diaryOf: (visit: VisitId) => string | null
  readonly diaries: Watched<unknown>
  readonly noteOpening: (household: HouseholdId, why: Opening['why']) => void
  readonly syncNow: () => Promise<void>
}

/** This device: made once in `main`, given to the screens through `<WuxinDevice>`. */
export type Device = {
  readonly session: Watched<SessionState>
  readonly door: Door
  readonly open: Watched<OpenDevice | null>
  readonly today: Watched<Day>
  readonly online: Watched<boolean>
}

const DeviceContext = createContext<Device | null>(null)

export function WuxinDevice({ device, children }: { readonly device: Device; readonly children: ReactNode }) {
  return <DeviceContext value={device}>{children}</DeviceContext>
}

/** Who is at this device. The screens below are drawn only in the state `open`. */
export const useSession = (): SessionState => useWatched(useDevice().session)

/** Signing in, the PIN, locking, signing out. */
export const useDoor = (): Door => useDevice().door

/** All villages of this person, refolded whenever the accepted state or the outbox moves [S11]. */
export const useVillages = (): readonly VillageView[] => useWatched(useOpen().villages)

/** One household with its village; null when this device does not hold it. */
export function useHousehold(id: HouseholdId): { household: Household; village: VillageView } | null {
  const villages = useVillages()
  return useMemo(() => {
    for (const village of villages) {
      const household = village.households.get(id)
      if (household !== undefined) return { household, village }
    }
    return null
  }, [villages, id])
}

/** Writes one act: decided at once by the domain, then stored in one transaction. Resolves when it is on the disk. */
export function useWrite(): (act: Act) => Promise<Written<ChangeId>> {
  const open = useOpen()
  return useCallback(async act => firstOf(await open.write([act])), [open])
}

/** Writes several acts in one transaction: each is decided on what the ones before it left; all or none. */
export function useWriteAll(): (acts: readonly Act[]) => Promise<Written<readonly ChangeId[]>> {
  return useOpen().write
}

export const useTruth = (): Truth => useWatched(useOpen().truth)

/**
 * What is being written, on the disk within a second of typing and still there after the app was killed [S3]. Keys are
 * made of ids (`diary/<visit>`), never of names. Any text will do: a reading's state is kept as JSON.
 */
export function useDraft(key: string): Draft {
  const open = useOpen()
  const watched = useMemo(() => open.draft(key), [open, key])
  const draft = useWatched(watched)
  const setText = useCallback((text: string) => open.setDraft(key, text), [open, key])
  return { ...draft, setText }
}

/** The story of a visit, where this person may read it and this device has it. */
export function useDiary(visit: VisitId): string | null {
  const open = useOpen()
  useWatched(open.diaries)
  return open.diaryOf(visit)
}

/** What was refused and waits for a person's eye [S5]. */
export function useReview(): Review {
  const open = useOpen()
  const refused = useWatched(open.refused)
  return { refused, discard: open.discard, resend: open.resend }
}

/** Notes that this household was opened by this person, and why; the household can read it [H22]. */
export function useOpening(household: HouseholdId, why: Opening['why']): void {
  const open = useOpen()
  useEffect(() => open.noteOpening(household, why), [open, household, why])
}

/** Today in Asia/Shanghai, by this device's clock; changes at midnight. */
export const useToday = (): Day => useWatched(useDevice().today)

/** Whether the browser believes to be online. Only the server's word makes anything `received`. */
export const useOnline = (): boolean => useWatched(useDevice().online)

/** Syncs now; resolves when the attempt is over, however it went. */
export const useSyncNow = (): (() => Promise<void>) => useOpen().syncNow

/** A new random id, made where the thing is first written down. */
export const newId = <Id extends string>(): Id => asId<Id>(crypto.randomUUID())

function useDevice(): Device {
  const device = useContext(DeviceContext)
  if (device === null) throw new Error('no <WuxinDevice> around this screen')
  return device
}

function useOpen(): OpenDevice {
  const open = useWatched(useDevice().open)
  if (open === null) throw new Error('this screen is drawn only while the session is open')
  return open
}

const useWatched = <T,>(watched: Watched<T>): T => useSyncExternalStore(watched.watch, watched.now)

const firstOf = (written: Written<readonly ChangeId[]>): Written<ChangeId> => {
  if (!written.ok) return written
  const [first] = written.value
  if (first === undefined) throw new Error('nothing was written')
  return { ok: true, value: first }
}
