import { sql } from 'kysely'
import type { CatalogueEdition, CatalogueName, EditionLine } from '#domain/catalogues/catalogue.ts'
import type { Instant } from '#domain/base/days.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { Db } from '../db/database.ts'

type LineRow = {
  name: CatalogueName
  version: number
  edited_by: PersonId
  edited_by_name: string
  edited_at: Instant
}

type Row = LineRow & { body: unknown }

/** The newest version of each named catalogue, where it is newer than the version named with it. */
export const selectNewerThan = async (
  db: Db,
  known: readonly (readonly [name: CatalogueName, version: number])[],
): Promise<readonly CatalogueEdition[]> => {
  const names = known.map(([name]) => name)
  const versions = known.map(([, version]) => version)
  const { rows } = await sql<Row>`
    select distinct on (c.name) c.* from catalogues c
      join unnest(${names}::text[], ${versions}::int[]) as known (name, version) on known.name = c.name
     where c.version > known.version
     order by c.name, c.version desc`.execute(db)
  return rows.map(row => ({ ...presentLine(row), body: row.body }))
}

/** All versions of one catalogue, the newest first, without their bodies. */
export const selectHistory = async (db: Db, name: CatalogueName): Promise<readonly EditionLine[]> => {
  const { rows } = await sql<LineRow>`
    select name, version, edited_by, edited_by_name, edited_at from catalogues
     where name = ${name} order by version desc limit 200`.execute(db)
  return rows.map(presentLine)
}

/** One version with its body; null where there is none. */
export const selectEdition = async (
  db: Db,
  name: CatalogueName,
  version: number,
): Promise<CatalogueEdition | null> => {
  const { rows } = await sql<Row>`
    select * from catalogues where name = ${name} and version = ${version}`.execute(db)
  const [row] = rows
  return row === undefined ? null : { ...presentLine(row), body: row.body }
}

/**
 * Keeps a version that follows `from`; false where that is no longer the newest. The key holds two editors apart: of two
 * that arrive at once one is stored.
 */
export const insertEdition = async (db: Db, from: number, edition: CatalogueEdition): Promise<boolean> => {
  const { name, version, body, editedBy, editedAt } = edition
  const { rows } = await sql`
    insert into catalogues
    select ${name}, ${version}, ${JSON.stringify(body)}::jsonb, ${editedBy.id}, ${editedBy.name}, ${editedAt}
     where ${from} = (select coalesce(max(version), 0) from catalogues where name = ${name})
    on conflict do nothing
    returning version`.execute(db)
  return rows.length > 0
}

const presentLine = ({ name, version, edited_by, edited_by_name, edited_at }: LineRow): EditionLine => ({
  name,
  version,
  editedBy: { id: edited_by, name: edited_by_name },
  editedAt: edited_at,
})
