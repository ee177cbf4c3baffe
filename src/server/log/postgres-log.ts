import type { ChangeId, HouseholdId, PersonId, VillageCode } from '#domain/base/ids.ts'
import { isRefusal } from '#domain/base/refusals.ts'
import type { Change } from '#sync/change.ts'
import type { LogStore, LogTx, VillageLocked } from '#sync/log/store.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { Handed } from '#sync/wire.ts'
import type { Db, Tx } from '../db/database.ts'
import { keepOpenings } from '../openings/keep.ts'
import * as erasing from './erase.sql.ts'
import * as handing from './hand-over.sql.ts'
import * as log from './log.sql.ts'
import * as pulled from './pull.sql.ts'
import { presentRefusals, presentWrites } from './rows.ts'
import * as packed from './snapshots.sql.ts'

/** The logs of all villages in PostgreSQL. */
export const postgresLog = (db: Db): LogStore => ({
  epoch: async () => (await db.selectFrom('host').select('epoch').executeTakeFirstOrThrow()).epoch,
  transact: async (village, use) => {
    let head: number | null = null
    const answer = await db.transaction().execute(tx => use(txOn(tx, village, to => (head = to))))
    if (head !== null) tellMoved(db, village, head)
    return answer
  },
  keepRefusals: async refusals => {
    const rows = presentRefusals(refusals)
    if (rows !== null) await log.insertRefusalsAlone(db, rows)
  },
  keepOpenings: (village, openings, by) => keepOpenings(db, village, openings, by),
  look: async (codes, on) => {
    if (codes.length === 0) return new Map()
    const rows = await pulled.selectVillages(db, codes, on)
    return new Map(rows.map(({ code, ...row }) => [code, { ...row, ...sumsOf(row) }]))
  },
  changesAfter: async (village, cursor, most) => {
    const rows = await pulled.selectChanges(db, village, cursor, most)
    const [first] = rows
    if (first === undefined) return null
    const changes = rows.flatMap(row => (row.seq === null ? [] : [pulled.presentChange(row)]))
    return { head: first.head, checksumTeam: first.checksum_team, changes }
  },
  statesAfter: async (village, cursor) => {
    const rows = await pulled.selectStates(db, village, cursor)
    const [first] = rows
    if (first === undefined) return null
    return { head: first.head, ...sumsOf(first), states: rows.flatMap(({ state }) => state ?? []) }
  },
  diaries: (village, which) => pulled.selectDiaries(db, village, which),
  snapshots: async village => {
    const rows = await packed.selectSnapshots(db, village)
    return rows.map(({ up_to, sizes }) => ({ upTo: up_to, weights: sizes.map(inBase64) }))
  },
  snapshotParts: async (village, run) =>
    (await packed.selectParts(db, village, run)).map(part => part.toString('base64')),
  keepSnapshot: (village, upTo, parts) =>
    db.transaction().execute(async tx => {
      if (upTo === 0 || (await packed.lockVillage(tx, village)) === undefined) return
      const bytes = parts.map(part => Buffer.from(part, 'base64'))
      await packed.insertSnapshot(tx, village, upTo, bytes)
      await packed.deleteOldSnapshots(tx, village)
    }),
  adviceKept: async village =>
    (await erasing.selectAdviceKept(db, village)).map(({ state, said }) => ({ household: state, said })),
  handOver: async (given, by, at) =>
    (await handing.updateHandedTo(db, given, by, at)) || handing.selectIsAway(db, given, by.id),
  handedTo: async person => (await handing.selectHandedTo(db, person)).map(presentHanded),
  takeHanded: async (person, ids, at) => {
    if (ids.length > 0) await handing.updateTaken(db, person, ids, at)
  },
})

const sumsOf = (row: { readonly checksum_team: number; readonly checksum_cadre: number }) => ({
  checksumTeam: row.checksum_team,
  checksumCadre: row.checksum_cadre,
})

/** What so many bytes weigh in base64. */
const inBase64 = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** Told once it is committed, and waited for by nobody: who is not told pulls at its own time all the same. */
function tellMoved(db: Db, village: VillageCode, head: number): void {
  void log.notifyMoved(db, village, head).catch(() => undefined)
}

const txOn = (tx: Tx, village: VillageCode, moves: (to: number) => void): LogTx => ({
  lock: async batch => {
    const row = await log.lockAndRead(tx, village, batch)
    if (row === undefined) return null
    const again = row.turn === row.turn_read ? row : await log.readBatch(tx, village, batch)
    return presentLocked(row, again ?? row)
  },
  erase: async households => {
    await erasing.eraseHouseholds(tx, village, households)
  },
  expire: async over => {
    await erasing.eraseAdvice(tx, village, over)
  },
  write: async writes => {
    await log.insertAll(tx, village, presentWrites(writes))
    if (writes.moved !== null) moves(writes.moved.head)
  },
})

function presentLocked(row: log.LockedRow, read: log.BatchRead): VillageLocked {
  const answered = new Map<ChangeId, Verdict>()
  for (const [id, seq] of read.accepted) answered.set(id, { id, ok: true, seq })
  for (const [id, because] of read.refused)
    answered.set(id, { id, ok: false, because: isRefusal(because) ? because : 'broken-change' })
  const households = new Map(
    read.households.map(
      ([id, state, hashTeam, hashCadre]) => [id as HouseholdId, { state, hashTeam, hashCadre }] as const,
    ),
  )
  const { head, chain, totals } = row
  return { head, chain, totals, ...sumsOf(row), households, answered }
}

const presentHanded = (row: Awaited<ReturnType<typeof handing.selectHandedTo>>[number]): Handed => ({
  // What can be handed over was a readable change when it was refused.
  change: row.change as Change,
  diary: row.story,
  because: isRefusal(row.because) ? row.because : 'broken-change',
  from: { id: (row.handed_from ?? '') as PersonId, name: row.handed_from_name ?? '' },
})
