import { Kysely, PostgresDialect, type KyselyPlugin } from 'kysely'
import type pg from 'pg'

/**
 * The pool as the accounts library needs it. Our own pool gives instants as texts; the library compares `Date`s, and
 * a text would make every session last for ever. Its instants are the columns whose names end in `At`.
 */
export const openForAccounts = (pool: pg.Pool): Kysely<Record<string, never>> =>
  new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [instantsAsDates] })

const instantsAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
}

const withDates = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
    ]),
  )
