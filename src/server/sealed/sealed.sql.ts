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
        from sealed_openers join people on people.id = person_id order by named_at, people.id`.execute(db)
  ).rows

export const selectWrapped = async (
  db: Db,
  person: PersonId,
): Promise<{ wrapped: WrappedKey | null } | null> =>
  (await db
    .selectFrom('sealed_openers')
    .select('wrapped')
    .where('person_id', '=', person)
    .executeTakeFirst()) ?? null

/** Those who can be named and are not yet: the office and the privacy officers. */
export const selectOthers = async (
  db: Db,
): Promise<readonly { id: PersonId; name: string; role: OpenerRole }[]> =>
  (
    await sql<{ id: PersonId; name: string; role: OpenerRole }>`
      select id, name, role from people
       where role = any(${[...openerRoles]}::text[]) and id not in (select person_id from sealed_openers)
       order by name`.execute(db)
  ).rows

export const insertOpener = (db: Db, person: PersonId, by: PersonId, now: Instant) =>
  db
    .insertInto('sealed_openers')
    .values({ person_id: person, named_by: by, named_at: now, key: null, wrapped: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** Once: a key that was made is not overwritten, or what was sealed to it could not be opened any more. */
export const updateOpenerKey = async (
  db: Db,
  person: PersonId,
  { key, wrapped }: { readonly key: string; readonly wrapped: WrappedKey },
): Promise<boolean> => {
  const { rows } = await sql`
    update sealed_openers set key = ${key}, wrapped = ${JSON.stringify(wrapped)}::jsonb
     where person_id = ${person} and key is null returning person_id`.execute(db)
  return rows.length > 0
}

/** Each letter once, however often it comes [S1]. */
export const insertLetter = (db: Db, { id, receipt, body, shares }: SealedLetter, on: Day) =>
  sql`
    insert into sealed (id, receipt, received_on, body, shares)
    values (${id}, ${receipt}, ${on}, ${body}, ${JSON.stringify(shares)}::jsonb)
    on conflict do nothing`.execute(db)

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
    .select(['id', 'received_on', 'answer', 'answered_on'])
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
