import { seenBy, type Audience } from '#domain/access/may-see.ts'
import type { ChangeId, HouseholdId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Recorded } from '../change.ts'
import { addHash, hashOf, subtractHash } from '../checksum.ts'
import { evolve } from '../evolve.ts'
import type { Verdict } from '../outbox.ts'
import { promised } from './finding.ts'

/** What the witness remembers of a village's log: every change, where it stands, and the fold up to every number. */
export type VillageMemory = {
  readonly log: readonly Recorded[]
  readonly seqs: ReadonlyMap<ChangeId, number>
  readonly refused: ReadonlyMap<ChangeId, Verdict>
  /** Advice that the log says is over: its words are nowhere [H2]. */
  readonly gone: ReadonlySet<ChangeId>
  readonly households: ReadonlyMap<HouseholdId, Household>
  readonly sums: Readonly<Record<Audience, readonly number[]>>
  readonly hashes: Readonly<Record<Audience, ReadonlyMap<HouseholdId, number>>>
}

export const emptyMemory: VillageMemory = {
  log: [],
  seqs: new Map(),
  refused: new Map(),
  gone: new Set(),
  households: new Map(),
  sums: { team: [0], cadre: [0] },
  hashes: { team: new Map(), cadre: new Map() },
}

const audiences = ['team', 'cadre'] as const

/** The memory after changes that the log has taken up: numbered without gaps, none of them twice. */
export function remember(memory: VillageMemory, taken: readonly Recorded[]): VillageMemory {
  if (taken.length === 0) return memory
  const log = [...memory.log]
  const seqs = new Map(memory.seqs)
  const gone = new Set(memory.gone)
  const households = new Map(memory.households)
  const sums = { team: [...memory.sums.team], cadre: [...memory.sums.cadre] }
  const hashes = { team: new Map(memory.hashes.team), cadre: new Map(memory.hashes.cadre) }
  for (const recorded of taken) {
    const { id, household } = recorded.change
    promised(
      recorded.seq === log.length + 1,
      'diverged',
      'S8',
      () => `the log has a gap at ${log.length + 1}`,
    )
    promised(!seqs.has(id), 'doubled', 'S1', () => `the log holds ${id} twice`)
    for (const over of overBy(recorded, log)) gone.add(over)
    log.push(recorded)
    seqs.set(id, recorded.seq)
    const after = evolve(households.get(household) ?? null, recorded)
    if (after !== null) households.set(household, after)
    for (const audience of audiences) {
      const sum = sums[audience].at(-1) ?? 0
      const old = hashes[audience].get(household)
      if (after === null) {
        sums[audience].push(sum)
        continue
      }
      const hash = hashOf(seenBy(audience, after))
      sums[audience].push(addHash(old === undefined ? sum : subtractHash(sum, old), hash))
      hashes[audience].set(household, hash)
    }
  }
  return { ...memory, log, seqs, gone, households, sums, hashes }
}

/** The advice of which this change says that it is over. */
function overBy({ change: expiry }: Recorded, before: readonly Recorded[]): readonly ChangeId[] {
  if (expiry.kind !== 'advice.expire') return []
  const { visit, saidBefore } = expiry.body
  return before.flatMap(({ change }) =>
    change.kind === 'advice.give' &&
    change.household === expiry.household &&
    change.body.visit === visit &&
    change.body.saidOn < saidBefore
      ? [change.id]
      : [],
  )
}
