import type { Instant } from '#domain/base/days.ts'
import { accept } from '#domain/base/decision.ts'
import type { ChangeId } from '#domain/base/ids.ts'
import { discard, type ForReview } from '../outbox.ts'
import type { Opening } from '../wire.ts'
import { absorb, reviewWrite } from './absorb.ts'
import { decideActs, type Act, type Written } from './act.ts'
import { stateFrom, type DeviceState } from './device-state.ts'
import { mendActs, type Mended } from './mend.ts'
import { largestBatch, requestFor } from './request.ts'
import { keyOfPlace, type CatalogueKept, type DeviceStore, type Placed, type Write } from './store.ts'
import { createTurns } from './turns.ts'
import { unpack, type NoAnswer, type Transport } from './transport.ts'

/** What an engine stands on. The clock and the ids are given, so that a test can turn them. */
export type Ground = {
  readonly store: DeviceStore
  readonly transport: Transport
  readonly now: () => Instant
  readonly newChangeId: () => ChangeId
}

/** How a sync ended. `not-stored`: the answer could not be put on the disk, so it is as if it had not come [S21]. */
export type Synced = { readonly ok: true } | { readonly ok: false; readonly because: NoAnswer | 'not-stored' }

/** What the engine is at; beside the state, for the one line that says where things are. */
export type Contact = {
  readonly is: 'quiet' | 'syncing'
  /** How the last sync ended; null before the first. */
  readonly last: Synced | null
  /** Whether the last attempt to store something failed [S21]. */
  readonly notStored: boolean
}

export type Engine = {
  readonly state: () => DeviceState
  readonly contact: () => Contact
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
  /** Pushes what waits and pulls what is new, until neither is left. One at a time; never throws. */
  readonly sync: () => Promise<Synced>
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
  let contact: Contact = { is: 'quiet', last: null, notStored: false }
  let running: Promise<Synced> | null = null
  const listeners = new Set<() => void>()
  const inTurn = createTurns()

  function tell(next: DeviceState, at: Partial<Contact> = {}): void {
    state = next
    contact = { ...contact, ...at }
    for (const told of listeners) told()
  }

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
      const decided = decideActs(state, acts, { now: ground.now(), newChangeId: ground.newChangeId })
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
    inTurn(async () => ({
      ok: await store({ ...state, outbox: discard(state.outbox, id) }, [{ drop: 'review', key: id }]),
    }))

  const resend = (id: ChangeId, body: Mended) =>
    inTurn(async (): Promise<Written<ChangeId>> => {
      const mended = mendActs(state, id, body, { now: ground.now(), newChangeId: ground.newChangeId })
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

  /** One round trip. */
  async function round(batch: number): Promise<Round> {
    const asked = requestFor(state, batch)
    const posted = await ground.transport.post(asked, state.facts.actor.id)
    if (!posted.ok) return { is: 'over', synced: posted }
    const answer = await unpack(posted.answer, ground.transport.unzip)
    if (answer === null) return { is: 'over', synced: { ok: false, because: 'no-signal' } }
    if (answer.actor.id !== state.facts.actor.id)
      return { is: 'over', synced: { ok: false, because: 'another-person' } }
    return inTurn(async (): Promise<Round> => {
      const absorbed = absorb(state, asked, answer)
      const stored = await store(absorbed.state, absorbed.writes)
      if (!stored) return { is: 'over', synced: { ok: false, because: 'not-stored' } }
      return absorbed.again ? { is: 'again' } : { is: 'over', synced: { ok: true } }
    })
  }

  /**
   * Rounds until nothing is left. A request the server cannot read is halved until the one change is found that it
   * cannot read; that one goes to review and blocks nothing [S4] [S16].
   */
  async function rounds(): Promise<Synced> {
    let batch = largestBatch
    for (;;) {
      const first = state.outbox.waiting[0]
      const sent = Math.min(batch, state.outbox.waiting.length)
      const done = await round(batch)
      if (done.is === 'again') continue
      const { synced } = done
      // What was written meanwhile goes out as well.
      if (synced.ok && state.outbox.waiting.length > 0) continue
      if (synced.ok || synced.because !== 'not-understood' || sent === 0) return synced
      if (sent > 1) {
        batch = Math.ceil(sent / 2)
        continue
      }
      // Is it this change, or anything at all that the server does not understand? An empty request tells.
      const empty = await round(0)
      if (empty.is === 'over' && !empty.synced.ok) return empty.synced
      if (first !== undefined && !(await setAside(first))) return { ok: false, because: 'not-stored' }
      batch = largestBatch
    }
  }

  async function syncOnce(): Promise<Synced> {
    tell(state, { is: 'syncing' })
    // A fault in an answer must not end all syncing: it is tried again like any trouble of the server [S16].
    const last = await rounds().catch((): Synced => ({ ok: false, because: 'server-trouble' }))
    running = null
    tell(state, { is: 'quiet', last })
    return last
  }

  return {
    state: () => state,
    contact: () => contact,
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
    sync: () => (running ??= syncOnce()),
    reload: () =>
      inTurn(async () => {
        const read = stateFrom(await ground.store.read())
        if (read !== null) tell(read)
      }),
  }
}

type Round = { readonly is: 'again' } | { readonly is: 'over'; readonly synced: Synced }

const outboxWrite = (one: Placed): Write => ({ put: 'outbox', key: keyOfPlace(one), value: one })
