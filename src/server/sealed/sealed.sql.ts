import { sql } from 'kysely'
import type { Day, Instant } from '#domain/base/days.ts'
import type { LetterId, PersonId } from '#domain/base/ids.ts'
import type { LetterAct, SealedLetter, SealedShare, WrappedKey } from '#domain/sealed/letter.ts'
import { openerRoles, type OpenerRole } from '#domain/sealed/opener.ts'
import type { Db, Tables, Tx } from '../db/database.ts'

export type OpenerRow = {
  readonly id: PersonId
  readonly name: string
  readonly role: OpenerRole
  readonly key: string | null
}

export const selectOpeners = async (db: Db): Promise<readonly OpenerRow[]> =>
  (
    await sql<OpenerRow>`
      select people.id, people.name, people.role, key
        from sealed_openers join people on people.id = person_id
       where left_at is null order by named_at, people.id`.execute(db)
  ).rows

/** Everybody who ever opened letters, those who do no more without a key. */
export const selectOpenersEver = async (
  db: Db,
): Promise<readonly (OpenerRow & { readonly left: boolean })[]> =>
  (
    await sql<OpenerRow & { left: boolean }>`
      select people.id, people.name, people.role, key, left_at is not null as left
        from sealed_openers join people on people.id = person_id order by people.id`.execute(db)
  ).rows

export const selectWrapped = async (
  db: Db,
  person: PersonId,
): Promise<{ wrapped: WrappedKey | null } | null> =>
  (await db
    .selectFrom('sealed_openers')
    .select('wrapped')
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .executeTakeFirst()) ?? null

/** Those who can be named and are not yet: the office and the privacy officers. */
export const selectOthers = async (
  db: Db,
): Promise<readonly { id: PersonId; name: string; role: OpenerRole }[]> =>
  (
    await sql<{ id: PersonId; name: string; role: OpenerRole }>`
      select id, name, role from people
       where role = any(${[...openerRoles]}::text[])
         and id not in (select person_id from sealed_openers where left_at is null)
       order by name`.execute(db)
  ).rows

export const insertOpener = (db: Db, person: PersonId, by: PersonId, now: Instant) =>
  db
    .insertInto('sealed_openers')
    .values({ person_id: person, named_by: by, named_at: now, key: null, wrapped: null })
    .onConflict(conflict =>
      conflict
        .column('person_id')
        .doUpdateSet({ named_by: by, named_at: now, left_at: null })
        .where('sealed_openers.left_at', 'is not', null),
    )
    .execute()

/** Their key goes, and with it what was sealed to it; whoever is asked again makes another. False where none is named. */
export const updateOpenerLeft = async (tx: Tx, person: PersonId, now: Instant): Promise<boolean> => {
  const { rows } = await sql`
    update sealed_openers set left_at = ${now}, key = null, wrapped = null
     where person_id = ${person} and left_at is null returning person_id`.execute(tx)
  return rows.length > 0
}

export const updateKeyForgotten = async (tx: Tx, person: PersonId): Promise<boolean> => {
  const { rows } = await sql`
    update sealed_openers set key = null, wrapped = null
     where person_id = ${person} and left_at is null and key is not null returning person_id`.execute(tx)
  return rows.length > 0
}

/** Once: a key that was made is not overwritten, or what was sealed to it could not be opened any more. */
export const updateOpenerKey = async (
  db: Db,
  person: PersonId,
  { key, wrapped }: { readonly key: string; readonly wrapped: WrappedKey },
): Promise<boolean> => {
  const { rows } = await sql`
    update sealed_openers set key = ${key}, wrapped = ${JSON.stringify(wrapped)}::jsonb
     where person_id = ${person} and key is null and left_at is null returning person_id`.execute(db)
  return rows.length > 0
}

/** Each letter once, however often it comes [S1]. One that nobody can open keeps nothing but its receipt. */
export const insertLetter = (db: Db, { id, receipt, body, shares }: SealedLetter, on: Day) => {
  const isClosed = shares.length === 0
  return sql`
    insert into sealed (id, receipt, received_on, body, shares, closed_on)
    values (${id}, ${receipt}, ${on}, ${isClosed ? '' : body}, ${JSON.stringify(shares)}::jsonb, ${isClosed ? on : null})
    on conflict do nothing`.execute(db)
}

export type HeldRow = { readonly id: LetterId; readonly shares: readonly SealedShare[] }

/** All letters that somebody can open, with their halves and no words. */
export const selectHeld = async (db: Db): Promise<readonly HeldRow[]> =>
  (await sql<HeldRow>`select id, shares from sealed where closed_on is null`.execute(db)).rows

/** The same, held until the transaction ends: nothing turns or comes meanwhile. */
export const lockHeldFor = async (tx: Tx, person: PersonId): Promise<readonly HeldRow[]> =>
  (
    await sql<HeldRow>`
      select id, shares from sealed
       where shares @> ${JSON.stringify([{ for: person }])}::jsonb order by id for update`.execute(tx)
  ).rows

export const lockLetter = async (tx: Tx, id: LetterId): Promise<HeldRow | null> =>
  (await sql<HeldRow>`select id, shares from sealed where id = ${id} for update`.execute(tx)).rows[0] ?? null

export const updateShares = (tx: Tx, id: LetterId, shares: readonly SealedShare[]) =>
  sql`update sealed set shares = ${JSON.stringify(shares)}::jsonb where id = ${id}`.execute(tx)

/** No two can open it any more: its words, which nobody can read, are wiped. */
export const updateClosed = (tx: Tx, id: LetterId, on: Day) =>
  sql`update sealed set shares = '[]', body = '', closed_on = ${on} where id = ${id}`.execute(tx)

export const updateTurn = (tx: Tx, id: LetterId, person: PersonId, shares: readonly SealedShare[]) =>
  sql`
    update sealed_turns set shares = ${JSON.stringify(shares)}::jsonb
     where sealed_id = ${id} and person_id = ${person}`.execute(tx)

export const deleteTurns = (tx: Tx, id: LetterId) =>
  tx.deleteFrom('sealed_turns').where('sealed_id', '=', id).execute()

export const countClosed = async (db: Db): Promise<number> =>
  (
    await sql<{ count: number }>`
    select count(*)::int as count from sealed where closed_on is not null and answer is null`.execute(db)
  ).rows[0]?.count ?? 0

/** Letters answered or closed before that day go, with the halves turned over; who opened them stays written. */
export const deleteLettersPast = async (tx: Tx, before: Day): Promise<void> => {
  const past = sql`(select id from sealed where coalesce(answered_on, closed_on) < ${before})`
  await sql`delete from sealed_turns where sealed_id in ${past}`.execute(tx)
  await sql`delete from sealed where coalesce(answered_on, closed_on) < ${before}`.execute(tx)
}

export type LetterRow = Pick<Tables['sealed'], 'received_on' | 'answered_on' | 'shares'> & {
  readonly id: LetterId
}

/** The letters one of whose halves is this person's; nobody else learns that there are any. */
export const selectLettersFor = async (db: Db, person: PersonId): Promise<readonly LetterRow[]> =>
  (
    await sql<LetterRow>`
      select id, received_on, answered_on, shares from sealed
       where shares @> ${JSON.stringify([{ for: person }])}::jsonb
       order by received_on desc, id limit 300`.execute(db)
  ).rows

export const selectLetterFor = async (
  db: Db,
  id: LetterId,
  person: PersonId,
): Promise<(LetterRow & { readonly body: string }) | null> =>
  (
    await sql<LetterRow & { body: string }>`
      select id, received_on, answered_on, shares, body from sealed
       where id = ${id} and shares @> ${JSON.stringify([{ for: person }])}::jsonb`.execute(db)
  ).rows[0] ?? null

export type TurnRow = {
  readonly sealed_id: LetterId
  readonly person_id: PersonId
  readonly shares: readonly SealedShare[]
}

export const selectTurns = async (db: Db, ids: readonly LetterId[]): Promise<readonly TurnRow[]> =>
  (
    await sql<TurnRow>`
      select sealed_id, person_id, shares from sealed_turns where sealed_id = any(${[...ids]}::text[])`.execute(
      db,
    )
  ).rows

export const insertTurn = async (
  tx: Tx,
  id: LetterId,
  person: PersonId,
  shares: readonly SealedShare[],
): Promise<boolean> => {
  const { rows } = await sql`
    insert into sealed_turns values (${id}, ${person}, ${JSON.stringify(shares)}::jsonb)
    on conflict do nothing returning person_id`.execute(tx)
  return rows.length > 0
}

export const updateAnswer = (tx: Tx, id: LetterId, answer: string, on: Day) =>
  sql`update sealed set answer = ${answer}, answered_on = ${on} where id = ${id}`.execute(tx)

/** How a letter stands whose slip has this receipt. */
export const selectByReceipt = (db: Db, receipt: string) =>
  db
    .selectFrom('sealed')
    .select(['id', 'received_on', 'answer', 'answered_on', 'closed_on'])
    .where('receipt', '=', receipt)
    .executeTakeFirst()

export const hasTurns = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('sealed_turns').select('person_id').where('sealed_id', '=', id).executeTakeFirst()) !==
  undefined

export type OpeningRow = Omit<Tables['sealed_openings'], 'act'> & { readonly act: LetterAct }

export const selectOpenings = async (db: Db): Promise<readonly OpeningRow[]> =>
  (await sql<OpeningRow>`select * from sealed_openings order by number`.execute(db)).rows

/** One writer at a time, so that the chain has no fork. */
export const lockOpenings = (tx: Tx) => sql`lock table sealed_openings in exclusive mode`.execute(tx)

export const selectLastOpening = async (tx: Tx): Promise<{ number: number; chain: Buffer } | undefined> =>
  (
    await sql<{ number: number; chain: Buffer }>`
      select number, chain from sealed_openings order by number desc limit 1`.execute(tx)
  ).rows[0]

export const insertOpening = (tx: Tx, row: Tables['sealed_openings']) =>
  tx.insertInto('sealed_openings').values(row).execute()
