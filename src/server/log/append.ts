import type { Actor } from '#domain/access/grants.ts'
import { seenBy } from '#domain/access/may-see.ts'
import type { ChangeId, DeviceId, HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Instant } from '#domain/base/days.ts'
import { isRefusal } from '#domain/base/refusals.ts'
import type { Household } from '#domain/households/household.ts'
import { noTotals, shift, totalsOf } from '#domain/needs/totals.ts'
import { addHash, hashOf, subtractHash } from '#sync/checksum.ts'
import { judge, type Judgement } from '#sync/judge.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { Pushed } from '#sync/wire.ts'
import type { Db, Tx } from '../db/database.ts'
import { digestOf, link, newSalt } from './digest.ts'
import * as log from './log.sql.ts'
import { needRowsOf } from './need-rows.ts'

/** Who sends changes, with which device, and when they arrived. */
export type Sender = { readonly actor: Actor; readonly device: DeviceId; readonly now: Instant }

/**
 * Appends changes to one village's log in one transaction: locks the village, judges each change against the state and
 * the sender's grants, takes numbers, stores what was accepted with everything folded from it, and keeps what was refused
 * beside [S1] [S4] [S5] [S12]. Answers only after the commit [S2].
 */
export function append(
  db: Db,
  village: VillageCode,
  pushed: readonly Pushed[],
  sender: Sender,
): Promise<readonly Verdict[]> {
  return db.transaction().execute(async tx => {
    const locked = await log.lockVillage(tx, village)
    if (locked === undefined) return refuseAll(tx, pushed, sender)
    const known = await readView(tx, village, pushed)
    const judgement = judge({ head: locked.head, ...known }, pushed, sender.actor, sender.now)
    await keepRefused(tx, village, judgement, sender)
    if (judgement.accepted.length > 0) await keepAccepted(tx, village, { locked, known, judgement }, sender)
    return judgement.verdicts
  })
}

type Known = {
  readonly households: ReadonlyMap<HouseholdId, Household>
  readonly hashes: ReadonlyMap<string, { readonly hash_team: number; readonly hash_cadre: number }>
  readonly answered: ReadonlyMap<ChangeId, Verdict>
}

async function readView(tx: Tx, village: VillageCode, pushed: readonly Pushed[]): Promise<Known> {
  const ids = [...new Set(pushed.flatMap(({ change }) => [change.id, ...change.after]))]
  const rows = await log.selectHouseholds(tx, village, [
    ...new Set(pushed.map(({ change }) => change.household)),
  ])
  const answered = new Map<ChangeId, Verdict>()
  // Ids come back as the texts they went in as.
  for (const { change_id, seq } of await log.selectAccepted(tx, village, ids))
    answered.set(change_id as ChangeId, { id: change_id as ChangeId, ok: true, seq })
  for (const { change_id, because } of await log.selectRefused(tx, village, ids))
    answered.set(change_id as ChangeId, {
      id: change_id as ChangeId,
      ok: false,
      because: isRefusal(because) ? because : 'broken-change',
    })
  return {
    households: new Map(rows.map(row => [row.household_id as HouseholdId, row.state])),
    hashes: new Map(rows.map(row => [row.household_id, row])),
    answered,
  }
}

type Step = {
  readonly locked: NonNullable<Awaited<ReturnType<typeof log.lockVillage>>>
  readonly known: Known
  readonly judgement: Judgement
}

async function keepAccepted(tx: Tx, village: VillageCode, step: Step, sender: Sender): Promise<void> {
  const { locked, known, judgement } = step
  let { chain, totals } = locked
  const changes = judgement.accepted.map(({ recorded }) => {
    const salt = newSalt()
    const digest = digestOf(recorded, salt)
    chain = link(chain, recorded.seq, digest)
    return changeRow(recorded, sender, salt, digest)
  })
  let checksumTeam = locked.checksum_team
  let checksumCadre = locked.checksum_cadre
  const rows: log.HouseholdRow[] = []
  for (const [id, state] of judgement.households) {
    const before = known.households.get(id)
    const old = known.hashes.get(id)
    const hash_team = hashOf(state)
    const hash_cadre = hashOf(seenBy('cadre', state))
    totals = shift(totals, before ? totalsOf(before) : noTotals, totalsOf(state))
    checksumTeam = addHash(old ? subtractHash(checksumTeam, old.hash_team) : checksumTeam, hash_team)
    checksumCadre = addHash(old ? subtractHash(checksumCadre, old.hash_cadre) : checksumCadre, hash_cadre)
    rows.push({ household_id: id, state, seq: judgement.head, hash_team, hash_cadre })
  }
  await log.insertChanges(tx, changes)
  await log.upsertHouseholds(tx, village, rows)
  const needs = rows.flatMap(({ state }) => needRowsOf(state))
  if (needs.length > 0) await log.upsertNeeds(tx, needs)
  await keepDiaries(tx, judgement, sender)
  await log.updateVillage(tx, village, { head: judgement.head, chain, totals, checksumTeam, checksumCadre })
  await log.notifyVillage(tx, village, judgement.head)
}

function changeRow(
  { seq, change, author, receivedAt }: Judgement['accepted'][number]['recorded'],
  sender: Sender,
  salt: Buffer,
  digest: Buffer,
) {
  return {
    village_code: change.village,
    seq,
    change_id: change.id,
    kind: change.kind,
    household_id: change.household,
    author_id: author.id,
    author_name: author.name,
    author_role: author.role,
    device_id: sender.device,
    happened_at: change.happenedAt,
    received_at: receivedAt,
    after: [...change.after],
    body: change.body,
    salt,
    digest,
  }
}

async function keepDiaries(tx: Tx, judgement: Judgement, sender: Sender): Promise<void> {
  const rows = judgement.accepted.flatMap(({ recorded: { change }, diary }) =>
    change.kind === 'visit.record' && diary !== null
      ? [
          {
            village_code: change.village,
            visit_id: change.body.visit,
            household_id: change.household,
            author_id: sender.actor.id,
            written_at: sender.now,
            story: diary,
          },
        ]
      : [],
  )
  if (rows.length > 0) await log.insertDiaries(tx, rows)
}

async function keepRefused(
  tx: Tx,
  village: VillageCode,
  { refused }: Judgement,
  sender: Sender,
): Promise<void> {
  if (refused.length === 0) return
  await log.insertRefusals(
    tx,
    refused.map(({ change, because }) => refusalRow(village, change, because, sender)),
  )
}

/** A village that is not here: every change to it is outside the grants, and kept with that reason. */
async function refuseAll(tx: Tx, pushed: readonly Pushed[], sender: Sender): Promise<readonly Verdict[]> {
  await log.insertRefusals(
    tx,
    pushed.map(({ change }) => refusalRow(change.village, change, 'outside-grants', sender)),
  )
  return pushed.map(({ change }) => ({ id: change.id, ok: false, because: 'outside-grants' }))
}

const refusalRow = (
  village: VillageCode,
  change: Pushed['change'],
  because: Judgement['refused'][number]['because'],
  sender: Sender,
) => ({
  village_code: village,
  change_id: change.id,
  because,
  author_id: sender.actor.id,
  device_id: sender.device,
  received_at: sender.now,
  change,
})
