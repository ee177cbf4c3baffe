import type { Day } from '#domain/base/days.ts'
import {
  asId,
  type ChangeId,
  type DeviceId,
  type HouseholdId,
  type OpeningId,
  type PersonId,
  type VillageCode,
  type VisitId,
} from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Household } from '#domain/households/household.ts'
import type { AdviceSaid } from '#domain/visits/advice-over.ts'
import { noTotals, sum, totalsOf } from '#domain/needs/totals.ts'
import { takesWords, type Change, type Recorded } from '../change.ts'
import { addHash, hashText, noChecksum } from '../checksum.ts'
import { evolve } from '../evolve.ts'
import type { Verdict } from '../outbox.ts'
import type { Handed } from '../wire.ts'
import { hashed } from './append.ts'
import { digestOf, link } from './digest.ts'
import { bodiless, isAdviceOver, wordless } from './erase.ts'
import type { Bytes, LogGround } from './ground.ts'
import type {
  AdviceKept,
  ChangeKept,
  DiaryKept,
  HouseholdRead,
  LogStore,
  LogTx,
  LogWrites,
  OpeningKept,
  RefusalKept,
  VillageMoved,
} from './store.ts'

/** One village's log and its fold, in plain values: nothing of it is ever changed in place. */
export type VillageLog = {
  readonly name: string
  readonly log: readonly Recorded[]
  readonly households: ReadonlyMap<HouseholdId, Household>
  readonly diaries: readonly DiaryKept[]
  readonly moved: VillageMoved
  readonly links: readonly Omit<ChangeKept, 'recorded'>[]
  readonly hashes: ReadonlyMap<HouseholdId, Omit<HouseholdRead, 'state'> & { readonly seq: number }>
  readonly answered: ReadonlyMap<ChangeId, Verdict>
  readonly snapshots: readonly { readonly upTo: number; readonly parts: readonly string[] }[]
  readonly openings: readonly OpeningKept[]
}

/** A refusal, and to whom it was handed. */
export type RefusalHeld = RefusalKept & {
  readonly handed: null | {
    readonly to: PersonId
    readonly from: PersonNamed
    readonly diary: string | null
    readonly taken: boolean
  }
}

/** All that a server keeps. Plain: a backup is the same value, kept. */
export type LogState = {
  readonly epoch: string
  readonly villages: ReadonlyMap<VillageCode, VillageLog>
  readonly refusals: readonly RefusalHeld[]
}

export const newVillageLog = (name: string): VillageLog => ({
  name,
  log: [],
  households: new Map(),
  diaries: [],
  moved: {
    head: 0,
    chain: new Uint8Array(),
    totals: noTotals,
    checksumTeam: noChecksum,
    checksumCadre: noChecksum,
  },
  links: [],
  hashes: new Map(),
  answered: new Map(),
  snapshots: [],
  openings: [],
})

/** A village's log with these changes in it, as if they had been appended by a device of no name. */
export function villageLogOf(name: string, log: readonly Recorded[]): VillageLog {
  const ground = createMemoryGround()
  const households = new Map<HouseholdId, Household>()
  let chain: Bytes = new Uint8Array()
  const changes = log.map((recorded): ChangeKept => {
    const { household } = recorded.change
    const after = evolve(households.get(household) ?? null, recorded)
    if (after !== null) households.set(household, after)
    const salt = ground.newSalt()
    const digest = digestOf(ground, recorded, salt)
    chain = link(ground, chain, recorded.seq, digest)
    return { recorded, device: asId<DeviceId>('device-none'), salt, digest }
  })
  const head = log.length
  const kept = [...households.values()].map(state => hashed(state, head))
  const moved = {
    head,
    chain,
    totals: sum(kept.map(({ state }) => totalsOf(state))),
    checksumTeam: kept.reduce((all, { hashTeam }) => addHash(all, hashTeam), noChecksum),
    checksumCadre: kept.reduce((all, { hashCadre }) => addHash(all, hashCadre), noChecksum),
  }
  return written(newVillageLog(name), { moved, changes, households: kept, diaries: [], refusals: [] })
}

/** Where the state of a log in memory lies, and what becomes of its transactions. */
export type MemoryPlace = {
  readonly get: () => LogState
  readonly set: (state: LogState) => void
  readonly teamOf: (village: VillageCode, on: Day) => readonly PersonNamed[]
  /**
   * Called when a transaction is about to be kept, and once it is: throwing before leaves nothing of it, throwing
   * after leaves all of it without an answer, as when the server dies.
   */
  readonly beforeCommit?: () => void
  readonly afterCommit?: () => void
}

/** Ground for a log in memory: digests that are cheap and no protection, texts left unpacked. */
export function createMemoryGround(): LogGround {
  let salts = 0
  return {
    newSalt: () => bytesOf((salts += 1)),
    digest: parts =>
      bytesOf(hashText(parts.map(part => (typeof part === 'string' ? part : part.join())).join('|'))),
    pack: text => Promise.resolve(text),
  }
}

function bytesOf(number: number): Bytes {
  const bytes = new Uint8Array(8)
  for (let at = 0, rest = number; at < 8; at++, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}

/** The logs of all villages in memory. */
export function createMemoryLog(place: MemoryPlace): LogStore {
  let last: Promise<unknown> = Promise.resolve()
  /** Writers wait for each other; a fault of one is not the next one's. */
  const inTurn = <T>(act: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
  const villageOf = (code: VillageCode) => place.get().villages.get(code) ?? null
  const put = (code: VillageCode, village: VillageLog) => {
    const state = place.get()
    place.set({ ...state, villages: new Map([...state.villages, [code, village]]) })
  }
  const holdRefusals = (held: readonly RefusalHeld[]) => place.set({ ...place.get(), refusals: held })
  return {
    epoch: () => Promise.resolve(place.get().epoch),
    transact: (code, use) =>
      inTurn(async () => {
        const draft = { state: place.get() }
        const result = await use(txOn(draft, code))
        place.beforeCommit?.()
        place.set(draft.state)
        place.afterCommit?.()
        return result
      }),
    keepRefusals: refusals => inTurn(() => holdRefusals(withRefusals(place.get().refusals, refusals))),
    keepOpenings: (code, openings, { person }) =>
      inTurn(() => {
        const village = villageOf(code)
        if (village === null) return
        const known = new Set<OpeningId>(village.openings.map(({ id }) => id))
        const fresh = openings.filter(
          ({ id, household }) => !known.has(id) && village.households.has(household),
        )
        put(code, {
          ...village,
          openings: [...village.openings, ...fresh.map(one => ({ ...one, by: person }))],
        })
      }),
    look: async (codes, on) =>
      new Map(
        codes.flatMap(code => {
          const village = villageOf(code)
          if (village === null) return []
          const { head, checksumTeam, checksumCadre } = village.moved
          const team = place.teamOf(code, on)
          return [[code, { name: village.name, head, checksumTeam, checksumCadre, team }] as const]
        }),
      ),
    changesAfter: async (code, cursor, most) => {
      const village = villageOf(code)
      return village === null ? null : { ...village.moved, changes: village.log.slice(cursor, cursor + most) }
    },
    statesAfter: async (code, cursor) => {
      const village = villageOf(code)
      if (village === null) return null
      const states = [...village.households.values()]
        .filter(({ id }) => (village.hashes.get(id)?.seq ?? 0) > cursor)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      return { ...village.moved, states }
    },
    diaries: async (code, { by, visits }) =>
      (villageOf(code)?.diaries ?? [])
        .filter(
          diary => (by === null || diary.by === by) && (visits === null || visits.includes(diary.visit)),
        )
        .map(({ visit, household, text }) => ({ visit, household, text })),
    snapshots: async code =>
      (villageOf(code)?.snapshots ?? []).map(({ upTo, parts }) => ({
        upTo,
        weights: parts.map(part => part.length),
      })),
    snapshotParts: async (code, { upTo, from, count }) =>
      villageOf(code)
        ?.snapshots.find(one => one.upTo === upTo)
        ?.parts.slice(from, from + count) ?? [],
    keepSnapshot: (code, upTo, parts) =>
      inTurn(() => {
        const village = villageOf(code)
        const erased = village?.log.some(({ seq, change }) => seq > upTo && takesWords(change))
        if (village === null || upTo === 0 || erased) return
        const snapshots = [...village.snapshots.filter(one => one.upTo !== upTo), { upTo, parts }]
          .toSorted((one, other) => other.upTo - one.upTo)
          .slice(0, 2)
        put(code, { ...village, snapshots })
      }),
    adviceKept: async code => {
      const village = villageOf(code)
      return village === null ? [] : adviceKeptIn(village)
    },
    handOver: ({ change, to, diary }, by) =>
      inTurn(() => {
        const found = place.get().refusals.find(({ id }) => id === change)
        if (found === undefined) return false
        if (isAway(found, by.id)) return true
        if (holderOf(found) !== by.id || found.change === null || found.because === 'broken-change')
          return false
        const handed = { to, from: by, diary, taken: false }
        holdRefusals(place.get().refusals.map(one => (one === found ? { ...one, handed } : one)))
        return true
      }),
    handedTo: async person =>
      place.get().refusals.flatMap(({ change, because, handed }) =>
        handed?.to === person && !handed.taken && change !== null
          ? // What is handed over has been a readable change when it was refused.
            [{ change: change as Change, diary: handed.diary, because, from: handed.from } satisfies Handed]
          : [],
      ),
    takeHanded: (person, ids) =>
      inTurn(() =>
        holdRefusals(
          place
            .get()
            .refusals.map(one =>
              one.handed?.to === person && ids.includes(one.id)
                ? { ...one, handed: { ...one.handed, diary: null, taken: true } }
                : one,
            ),
        ),
      ),
  }
}

/** Whether this person gave it away before: by writing it, or when it had been given on to them. */
const isAway = ({ handed, author }: RefusalHeld, person: PersonId): boolean =>
  handed !== null && handed.to !== person && (author.id === person || handed.from.id === person)

const holderOf = ({ handed, author }: RefusalHeld): PersonId => handed?.to ?? author.id

function withRefusals(
  held: readonly RefusalHeld[],
  refusals: readonly RefusalKept[],
): readonly RefusalHeld[] {
  if (refusals.length === 0) return held
  const known = new Set(held.map(({ village, id }) => `${village} ${id}`))
  const fresh = refusals.filter(({ village, id }) => !known.has(`${village} ${id}`))
  return [...held, ...fresh.map(one => ({ ...one, handed: null }))]
}

function adviceKeptIn({ log, households }: VillageLog): readonly AdviceKept[] {
  const said = new Map<HouseholdId, AdviceSaid[]>()
  for (const { change } of log)
    if (change.kind === 'advice.give' && change.body !== null)
      said.set(change.household, [...(said.get(change.household) ?? []), change.body])
  return [...said].flatMap(([id, said]) => {
    const household = households.get(id)
    return household === undefined ? [] : [{ household, said }]
  })
}

function txOn(draft: { state: LogState }, code: VillageCode): LogTx {
  const put = (village: VillageLog) => {
    draft.state = { ...draft.state, villages: new Map([...draft.state.villages, [code, village]]) }
  }
  return {
    lock: async ({ households, changes }) => {
      const village = draft.state.villages.get(code)
      if (village === undefined) return null
      return {
        ...village.moved,
        households: new Map(
          households.flatMap(id => {
            const [state, hashes] = [village.households.get(id), village.hashes.get(id)]
            return state === undefined || hashes === undefined ? [] : [[id, { ...hashes, state }] as const]
          }),
        ),
        answered: new Map(
          changes.flatMap(id => {
            const verdict = village.answered.get(id)
            return verdict === undefined ? [] : [[id, verdict] as const]
          }),
        ),
      }
    },
    erase: async households => {
      const village = draft.state.villages.get(code)
      if (village === undefined) return
      put(eraseIn(village, new Set(households)))
      const gone = new Set<string>(households)
      draft.state = {
        ...draft.state,
        refusals: draft.state.refusals.map(one =>
          (one.village === code || one.village === '') && one.household !== null && gone.has(one.household)
            ? { ...wordless(one), handed: null }
            : one,
        ),
      }
    },
    expire: async over => {
      const village = draft.state.villages.get(code)
      if (village !== undefined) put(bodilessIn(village, ({ change }) => isAdviceOver(change, over)))
    },
    write: async writes => {
      const village = draft.state.villages.get(code)
      if (village !== undefined) put(written(village, writes))
      draft.state = { ...draft.state, refusals: withRefusals(draft.state.refusals, writes.refusals) }
    },
  }
}

function written(village: VillageLog, writes: LogWrites): VillageLog {
  const visits = new Set<VisitId>(village.diaries.map(({ visit }) => visit))
  const verdicts: readonly Verdict[] = [
    ...writes.changes.map(({ recorded: { seq, change } }) => ({ id: change.id, ok: true, seq }) as const),
    ...writes.refusals.map(({ id, because }) => ({ id, ok: false, because }) as const),
  ]
  return {
    ...village,
    moved: writes.moved ?? village.moved,
    log: [...village.log, ...writes.changes.map(({ recorded }) => recorded)],
    links: [
      ...village.links,
      ...writes.changes.map(({ device, salt, digest }) => ({ device, salt, digest })),
    ],
    households: new Map([
      ...village.households,
      ...writes.households.map(({ state }) => [state.id, state] as const),
    ]),
    hashes: new Map([
      ...village.hashes,
      ...writes.households.map(
        ({ state, hashTeam, hashCadre, seq }) => [state.id, { hashTeam, hashCadre, seq }] as const,
      ),
    ]),
    diaries: [...village.diaries, ...writes.diaries.filter(({ visit }) => !visits.has(visit))],
    answered: new Map([...village.answered, ...verdicts.map(verdict => [verdict.id, verdict] as const)]),
  }
}

const eraseIn = (village: VillageLog, gone: ReadonlySet<HouseholdId>): VillageLog => ({
  ...bodilessIn(village, ({ change }) => gone.has(change.household)),
  diaries: village.diaries.filter(({ household }) => !gone.has(household)),
})

/** The log without the bodies of these changes, and without what was packed of it. */
function bodilessIn(village: VillageLog, isGone: (recorded: Recorded) => boolean): VillageLog {
  const kept = village.log.map((recorded, at): ChangeKept => {
    const linked = village.links[at]
    if (linked === undefined) throw new Error('a change of a log in memory has no link')
    return isGone(recorded) ? bodiless({ recorded, ...linked }) : { recorded, ...linked }
  })
  return {
    ...village,
    log: kept.map(({ recorded }) => recorded),
    links: kept.map(({ device, salt, digest }) => ({ device, salt, digest })),
    snapshots: [],
  }
}
