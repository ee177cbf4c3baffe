import { sql } from 'kysely'
import type { Totals } from '#domain/needs/totals.ts'
import type { Db } from '../db/database.ts'

/** The villages that lie in an area; `only` narrows them to those a leader's team works in. */
export type Within = { readonly prefix: string; readonly only: readonly string[] | null }

/**
 * The villages' running totals, summed for every place of so many digits in the area: a few small rows a village are
 * read, never a household.
 */
export async function selectTotals(
  db: Db,
  { prefix, only }: Within,
  digits: number,
): Promise<ReadonlyMap<string, Totals>> {
  const { rows } = await sql<{ place: string; key: string | null; count: number | null }>`
    select left(code, ${digits}) as place, one.key, sum(one.value::bigint)::bigint as count
      from villages left join lateral jsonb_each_text(totals) as one on true
     where starts_with(code, ${prefix}) and (${only}::text[] is null or code = any(${only}::text[]))
     group by 1, 2
     order by 1`.execute(db)
  const places = new Map<string, Record<string, number>>()
  for (const { place, key, count } of rows) {
    const totals = places.get(place) ?? {}
    places.set(place, totals)
    if (key !== null && count !== null) totals[key] = count
  }
  return places
}

export type VillageName = { readonly code: string; readonly name: string; readonly town: string }

/** The villages of an area with their names, in the order of their codes. */
export const selectVillageNames = async (db: Db, { prefix, only }: Within): Promise<readonly VillageName[]> =>
  (
    await sql<VillageName>`
      select code, name, town from villages
       where starts_with(code, ${prefix}) and (${only}::text[] is null or code = any(${only}::text[]))
       order by code`.execute(db)
  ).rows

/** The area the host answers for. */
export const selectHostArea = async (db: Db): Promise<string> =>
  (await db.selectFrom('host').select('area').executeTakeFirstOrThrow()).area
