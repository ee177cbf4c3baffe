import type { Instant } from '#domain/base/days.ts'
import { accept } from '#domain/base/decision.ts'
import type { ChangeId } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import { discard, type ForReview } from '../outbox.ts'
import type { Opening } from '../wire.ts'
import { decideActs, type Act, type Making, type Written } from './act.ts'
import { tellTime } from './clock.ts'
import { noContact, type Contact, type Synced } from './contact.ts'
import { stateFrom, type DeviceState } from './device-state.ts'
import { beginHandOver, dropHanding } from './hand-over.ts'
import { mendActs, type Mended } from './mend.ts'
import { inRounds } from './rounds.ts'
import {
  keyOfPlace,
  reviewWrite,
  type CatalogueKept,
  type DeviceStore,
  type Placed,
  type Write,
} from './store.ts'
import { createTurns } from './turns.ts'
import type { Transport } from './transport.ts'

export type { Contact, Synced }

/** What an engine stands on. The clock and the ids are given, so that a test can turn them. */
export type Ground = {
  readonly store: DeviceStore
  readonly transport: Transport
  readonly now: () => Instant
  readonly newChangeId: () => ChangeId
  /** The app's version, for the device's report. */
  readonly app?: string
}

export type Engine = {
  readonly state: () => DeviceState
  readonly contact: () => Contact
  /** The time: this device's clock, put right by what the server's said [S18]. */
  readonly now: () => Instant
  /** Called after the state or the contact has changed. Returns how to stop listening. */
  readonly listen: (told: () => void) => () => void
  /** Decides the acts, stores them in one transaction together with the drafts they come from. */
  readonly write: (acts: readonly Act[]) => Promise<Written<readonly ChangeId[]>>
  readonly keepDraft: (key: string, text: string) => Promise<{ readonly ok: boolean }>
  readonly keepOpening: (opening: Opening) => Promise<void>
  /** Keeps newer versions of catalogues, for reading without a signal. */
  readonly keepCatalogues: (newer: readonly CatalogueKept[]) => Promise<void>
  readonly discard: (id: ChangeId) => Promise<{ readonly ok: boolean }>
  readonly resend: (id: ChangeId, body: Mended) => Promise<Written<ChangeId>>
  /** Hands a refused change to a colleague at the next sync; it stays in review until the colleague has it [S5]. */
  readonly handOver: (id: ChangeId, to: PersonNamed) => Promise<{ readonly ok: boolean }>
  /**
   * Pushes what waits and pulls what is new, until neither is left. One at a time; never throws. `leads`: asked before an
   * answer is taken in, so that a tab whose lead was taken writes nothing over the other's [S20].
   */
  readonly sync: (leads?: () => boolean) => Promise<Synced>
  /** Reads the disk again: another tab has written there [S20]. */
  readonly reload: () => Promise<void>
}

/** Opens the device that lies in a store; null where the store is new. */
export async function openEngine(ground: Ground): Promise<Engine | null> {
  const state = stateFrom(await ground.store.read())
  return state === null ? null : createEngine(ground, state)
}

/** The engine of one device: pure steps on one state, each stored before it is believed. */
function createEngine(ground: Ground, start: DeviceState): Engine {
  let state = start
  let contact: Contact = noContact
  let running: Promise<Synced> | null = null
  const listeners = new Set<() => void>()
  const inTurn = createTurns()

  function tell(next: DeviceState, at: Partial<Contact> = {}): void {
    state = next
    contact = { ...contact, ...at }
    for (const told of listeners) told()
  }

  const now = (): Instant => tellTime(state.facts.clock, ground.now())
  const making = (): Making => ({ now: now(), newChangeId: ground.newChangeId })

  async function store(next: DeviceState, writes: readonly Write[]): Promise<boolean> {
    try {
      await ground.store.commit(writes)
    } catch {
      tell(state, { notStored: true })
      return false
    }
    tell(next, { notStored: false })
    return true
  }

  const write = (acts: readonly Act[]) =>
    inTurn(async (): Promise<Written<readonly ChangeId[]>> => {
      const decided = decideActs(state, acts, making())
      if (!decided.ok) return decided
      const drafts = acts.flatMap(({ draft }) => draft ?? [])
      const stored = await store(
        {
          ...state,
          outbox: { ...state.outbox, waiting: [...state.outbox.waiting, ...decided.value] },
          drafts: new Map([...state.drafts].filter(([key]) => !drafts.includes(key))),
        },
        [...decided.value.map(outboxWrite), ...drafts.map((key): Write => ({ drop: 'drafts', key }))],
      )
      if (!stored) return { ok: false, because: 'not-stored' }
      return accept(decided.value.map(({ change }) => change.id))
    })

  const keepDraft = (key: string, text: string) =>
    inTurn(async () => {
      const drafts = new Map(state.drafts)
      if (text === '') drafts.delete(key)
      else drafts.set(key, text)
      const write: Write = text === '' ? { drop: 'drafts', key } : { put: 'drafts', key, value: { text } }
      return { ok: await store({ ...state, drafts }, [write]) }
    })

  const keepOpening = (opening: Opening) =>
    inTurn(async () => {
      const openings = [...state.openings, opening]
      await store({ ...state, openings }, [{ put: 'openings', key: opening.id, value: opening }])
    })

  const keepCatalogues = (newer: readonly CatalogueKept[]) =>
    inTurn(async () => {
      const kept = newer.map(({ name, version, body }) => ({ name, version, body }))
      const catalogues = new Map([...state.catalogues, ...kept.map(one => [one.name, one] as const)])
      await store(
        { ...state, catalogues },
        kept.map((value): Write => ({ put: 'catalogues', key: value.name, value })),
      )
    })

  const discardOne = (id: ChangeId) =>
    inTurn(async () => {
      const { state: after, writes } = dropHanding(state, new Set<string>([id]))
      const next = { ...after, outbox: discard(after.outbox, id) }
      return { ok: await store(next, [...writes, { drop: 'review', key: id }]) }
    })

  const handOver = (id: ChangeId, to: PersonNamed) =>
    inTurn(async () => {
      const begun = beginHandOver(state, id, to)
      return { ok: begun !== null && (await store(begun.state, begun.writes)) }
    })

  const resend = (id: ChangeId, body: Mended) =>
    inTurn(async (): Promise<Written<ChangeId>> => {
      const mended = mendActs(state, id, body, making())
      if (!mended.ok) return mended
      const stored = await store(mended.value.state, mended.value.writes)
      return stored ? accept(mended.value.id) : { ok: false, because: 'not-stored' }
    })

  const setAside = (one: Placed) =>
    inTurn(() => {
      const { change, diary, writtenAt } = one
      const refused: ForReview = { change, diary, writtenAt, because: 'broken-change' }
      const waiting = state.outbox.waiting.filter(other => other.change.id !== change.id)
      const outbox = { waiting, forReview: [...state.outbox.forReview, refused] }
      return store({ ...state, outbox }, [{ drop: 'outbox', key: keyOfPlace(one) }, reviewWrite(refused)])
    })

  async function syncOnce(leads: () => boolean): Promise<Synced> {
    tell(state, { is: 'syncing' })
    // A fault in an answer must not end all syncing: it is tried again like any trouble of the server [S16].
    const last = await inRounds({
      transport: ground.transport,
      now: ground.now,
      app: ground.app ?? '',
      state: () => state,
      contact: () => contact,
      note: at => tell(state, at),
      inTurn,
      store,
      setAside,
      leads,
    }).catch((): Synced => ({ ok: false, because: 'server-trouble' }))
    running = null
    tell(state, { is: 'quiet', last })
    return last
  }

  return {
    state: () => state,
    contact: () => contact,
    now,
    listen: told => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    write,
    keepDraft,
    keepOpening,
    keepCatalogues,
    discard: discardOne,
    resend,
    handOver,
    sync: (leads = () => true) => (running ??= syncOnce(leads)),
    reload: () =>
      inTurn(async () => {
        const read = stateFrom(await ground.store.read())
        if (read !== null) tell(read)
      }),
  }
}

const outboxWrite = (one: Placed): Write => ({ put: 'outbox', key: keyOfPlace(one), value: one })
