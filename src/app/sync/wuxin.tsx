import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import type { Day, Instant } from '#domain/base/days.ts'
import type { ChangeId, HouseholdId, VisitId } from '#domain/base/ids.ts'
import type { CatalogueName } from '#domain/catalogues/catalogue.ts'
import type { Household } from '#domain/households/household.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Bodies, Kind } from '#sync/change.ts'
import type { Act, Written } from '#sync/engine/act.ts'
import type { CatalogueKept, HandingKept } from '#sync/engine/store.ts'
import type { ForReview } from '#sync/outbox.ts'
import type { Opening } from '#sync/wire.ts'
import type { Device } from './device.ts'
import type { KeptMark } from './kept-mark.ts'
import type { OpenDevice } from './open-device.ts'
import type { Door, SessionState } from './session.ts'
import type { Truth } from './truth.ts'
import type { Voices } from '../voices/voices.ts'
import type { VillageView } from './views.ts'
import type { Watched } from './watched.ts'

export { newId } from './new-id.ts'
export type { Act, Written, Truth, VillageView }

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
  /** It goes to a colleague at the next sync, and leaves review when the colleague has it. */
  readonly handOver: (id: ChangeId, to: PersonNamed) => Promise<{ readonly ok: boolean }>
  /** Those on their way to a colleague, or that could not be handed over. */
  readonly handing: ReadonlyMap<string, HandingKept>
}

export type HouseholdSeen = { readonly household: Household; readonly village: VillageView }

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
export function useHousehold(id: HouseholdId): HouseholdSeen | null {
  const villages = useVillages()
  return useMemo(() => findHousehold(villages, id), [villages, id])
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

/** All drafts on this device, by key, and how one is let go. */
export function useDrafts() {
  const open = useOpen()
  const letGo = (key: string): void => {
    open.setDraft(key, '')
    const [kind, , visit] = key.split('/')
    // What was spoken for a diary goes with it. The key was made of ids.
    if (kind === 'diary' && visit !== undefined) void dropVoices(open, visit as VisitId)
  }
  return { drafts: useWatched(open.drafts), letGo }
}

/** The voice notes on this device, fetched at the first call. */
export const useVoicesHere = (): (() => Promise<Voices>) => useOpen().voices

const dropVoices = async (open: OpenDevice, visit: VisitId): Promise<void> =>
  (await open.voices()).dropOf(visit)

/** All stories on this device that this person may read, by visit. */
export const useDiaries = (): ReadonlyMap<VisitId, string> => useWatched(useOpen().diaries)

/** The story of a visit, where this person may read it and this device has it. */
export function useDiary(visit: VisitId): string | null {
  return useDiaries().get(visit) ?? null
}

/** What the office has written of a catalogue, as far as it has come here; null where what ships with the app is read. */
export function useCatalogue(name: CatalogueName): CatalogueKept | null {
  return useWatched(useOpen().catalogues).get(name) ?? null
}

/** What was refused and waits for a person's eye [S5]. */
export function useReview(): Review {
  const open = useOpen()
  const refused = useWatched(open.refused)
  const handing = useWatched(open.handing)
  return { refused, discard: open.discard, resend: open.resend, handOver: open.handOver, handing }
}

/** Notes that this household was opened by this person, and why; the household can read it [H22]. */
export function useOpening(household: HouseholdId, why: Opening['why']): void {
  const open = useOpen()
  useEffect(() => open.noteOpening(household, why), [open, household, why])
}

/** Today in Asia/Shanghai, as this device tells the time; changes at midnight. */
export const useToday = (): Day => useWatched(useDevice().today)

/** How to tell the time, and whether this device's own clock is off [S18]. */
export function useClock(): { readonly tell: () => Instant; readonly off: 'ahead' | 'behind' | null } {
  const open = useOpen()
  return { tell: open.now, off: useWatched(open.clock) }
}

/** Whether the browser believes to be online. Only the server's word makes anything `received`. */
export const useOnline = (): boolean => useWatched(useDevice().online)

/** What the browser has cleared since this device was last open [S21]. */
export const useCleared = (): KeptMark | null => useWatched(useDevice().cleared)

/** Syncs now; resolves when the attempt is over, however it went. */
export const useSyncNow = (): (() => Promise<void>) => useOpen().syncNow

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

function findHousehold(villages: readonly VillageView[], id: HouseholdId): HouseholdSeen | null {
  for (const village of villages) {
    const household = village.households.get(id)
    if (household !== undefined) return { household, village }
  }
  return null
}

const useWatched = <T,>(watched: Watched<T>): T => useSyncExternalStore(watched.watch, watched.now)

const firstOf = (written: Written<readonly ChangeId[]>): Written<ChangeId> => {
  if (!written.ok) return written
  const [first] = written.value
  if (first === undefined) throw new Error('nothing was written')
  return { ok: true, value: first }
}
