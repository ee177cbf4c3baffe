import type { Actor } from '#domain/access/grants.ts'
import { seenBy } from '#domain/access/may-see.ts'
import type { Instant } from '#domain/base/days.ts'
import type { DeviceId, HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { Household } from '#domain/households/household.ts'
import { noTotals, shift, totalsOf } from '#domain/needs/totals.ts'
import { addHash, canonical, hashOf, hashText, subtractHash } from '../checksum.ts'
import { judge, type Judgement } from '../judge.ts'
import type { Verdict } from '../outbox.ts'
import type { Pushed } from '../wire.ts'
import type { Broken } from './arrived.schema.ts'
import { digestOf, link } from './digest.ts'
import { erasedIn, expiredIn, withoutErased, withoutExpired } from './erase.ts'
import type { LogGround, Logs } from './ground.ts'
import type { ChangeKept, DiaryKept, HouseholdKept, LogTx, RefusalKept, VillageLocked } from './store.ts'

/** Who sends changes, with which device, and when they arrived. */
export type Sender = { readonly actor: Actor; readonly device: DeviceId; readonly now: Instant }

/** What is sent to one village: changes that can be judged, and what only looks like one. */
export type Batch = { readonly pushed: readonly Pushed[]; readonly broken: readonly Broken[] }

/**
 * Appends changes to one village's log in one transaction: locks the village, judges each change against the state and
 * the sender's grants, takes numbers, stores what was accepted with everything folded from it, and keeps what was refused
 * beside [S1] [S4] [S5] [S12]. Answers only after the commit [S2].
 */
export function append(
  { store, ground }: Logs,
  village: VillageCode,
  batch: Batch,
  sender: Sender,
): Promise<readonly Verdict[]> {
  return store.transact(village, async tx => {
    const locked = await tx.lock(idsOf(batch))
    if (locked === null) return refuseAll(tx, batch, sender)
    const fresh = batch.broken.filter(({ id }) => !locked.answered.has(id))
    const answered = new Map([...locked.answered, ...fresh.map(one => [one.id, wordOn(one)] as const)])
    const households = new Map([...locked.households].map(([id, { state }]) => [id, state]))
    const { pushed } = batch
    const judgement = judge({ head: locked.head, households, answered }, pushed, sender.actor, sender.now)
    await keep(tx, ground, { locked, judgement, fresh }, sender)
    return [...batch.broken.map(one => answered.get(one.id) ?? wordOn(one)), ...judgement.verdicts]
  })
}

const wordOn = ({ id, because }: Broken): Verdict => ({ id, ok: false, because })

function idsOf({ pushed, broken }: Batch) {
  const about = [...pushed.map(({ change }) => change.household), ...broken.map(({ household }) => household)]
  return {
    // A household's name in a broken change is a text like any other: it finds a household or none.
    households: [...new Set(about.filter(one => one !== null))] as HouseholdId[],
    changes: [
      ...new Set([
        ...pushed.flatMap(({ change }) => [change.id, ...change.after]),
        ...broken.map(({ id }) => id),
      ]),
    ],
  }
}

type Step = {
  readonly locked: VillageLocked
  readonly judgement: Judgement
  readonly fresh: readonly Broken[]
}

async function keep(tx: LogTx, ground: LogGround, step: Step, sender: Sender): Promise<void> {
  const { locked, judgement, fresh } = step
  const erased = erasedIn(judgement)
  const refusals = refusalsOf(step, sender)
  if (judgement.accepted.length === 0 && refusals.length === 0) return
  if (erased.length > 0) await tx.erase(erased)
  const over = expiredIn(judgement)
  if (over.length > 0) await tx.expire(over)
  const links = linksOf(judgement, locked, ground, sender)
  const folded = foldedOf(judgement, locked)
  const writes = {
    moved: judgement.accepted.length === 0 ? null : { ...folded.moved, chain: links.chain },
    changes: links.changes,
    households: folded.households,
    diaries: diariesOf(judgement, sender),
    refusals,
  }
  await tx.write(withoutErased(withoutExpired(writes, over), { ...step, fresh }))
}

function linksOf({ accepted }: Judgement, locked: VillageLocked, ground: LogGround, { device }: Sender) {
  let { chain } = locked
  const changes = accepted.map(({ recorded }): ChangeKept => {
    const salt = ground.newSalt()
    const digest = digestOf(ground, recorded, salt)
    chain = link(ground, chain, recorded.seq, digest)
    return { recorded, device, salt, digest }
  })
  return { chain, changes }
}

/** The households as they are now, each hashed once, with what the village's sums become. */
function foldedOf({ head, households }: Judgement, locked: VillageLocked) {
  let { totals, checksumTeam, checksumCadre } = locked
  const kept: HouseholdKept[] = []
  for (const state of households.values()) {
    const old = locked.households.get(state.id)
    const one = hashed(state, head)
    totals = shift(totals, old ? totalsOf(old.state) : noTotals, totalsOf(state))
    checksumTeam = addHash(old ? subtractHash(checksumTeam, old.hashTeam) : checksumTeam, one.hashTeam)
    checksumCadre = addHash(old ? subtractHash(checksumCadre, old.hashCadre) : checksumCadre, one.hashCadre)
    kept.push(one)
  }
  return { households: kept, moved: { head, totals, checksumTeam, checksumCadre } }
}

/** A household's state as it is kept: with its hashes, and under the number it stands at. */
export function hashed(state: Household, seq: number): HouseholdKept {
  const text = canonical(state)
  return { state, seq, text, hashTeam: hashText(text), hashCadre: hashOf(seenBy('cadre', state)) }
}

const diariesOf = ({ accepted }: Judgement, { actor, now }: Sender): readonly DiaryKept[] =>
  accepted.flatMap(({ recorded: { change }, diary }) =>
    change.kind === 'visit.record' && diary !== null
      ? [
          {
            visit: change.body.visit,
            household: change.household,
            text: diary,
            by: actor.id,
            writtenAt: now,
          },
        ]
      : [],
  )

const refusalsOf = ({ judgement, fresh }: Step, sender: Sender): readonly RefusalKept[] => [
  ...fresh.map(one => brokenKept(one, sender)),
  ...judgement.refused.map(({ change, because }) => refusedKept(change, because, sender)),
]

/** A village that is not here: every change to it is outside the grants, and kept with that reason. */
async function refuseAll(tx: LogTx, batch: Batch, sender: Sender): Promise<readonly Verdict[]> {
  const because = 'outside-grants'
  const refusals = [
    ...batch.broken.map(one => brokenKept(one, sender)),
    ...batch.pushed.map(({ change }) => refusedKept(change, because, sender)),
  ]
  await tx.write({ moved: null, changes: [], households: [], diaries: [], refusals })
  return [
    ...batch.broken.map(wordOn),
    ...batch.pushed.map(({ change }): Verdict => ({ id: change.id, ok: false, because })),
  ]
}

/** What cannot be judged, as it is kept. */
export const brokenKept = ({ id, village, household, change, because }: Broken, sender: Sender) => ({
  ...of(sender),
  village,
  id,
  household,
  because,
  change,
})

const refusedKept = (change: Pushed['change'], because: Refusal, sender: Sender): RefusalKept => ({
  ...of(sender),
  village: change.village,
  id: change.id,
  household: change.household,
  because,
  change,
})

const of = ({ actor: { id, name }, device, now }: Sender) => ({
  author: { id, name },
  device,
  receivedAt: now,
})
