import { Client } from 'pg'
import { accept, refuse, saidBy, type Outcome } from './outcome.ts'

/** Why an outside PostgreSQL cannot be used. */
export type OutsideRefusal =
  /** Nobody answers there within five seconds, or it does not let us in. */
  | 'database-unreachable'
  /** It answers, and is older than PostgreSQL 16. */
  | 'database-too-old'

/** The oldest PostgreSQL that will do, as the server numbers its versions. */
const oldest = 160_000

/** Whether the PostgreSQL behind this address (`DATABASE_URL`) can hold Wuxin; accepted with its version in words. */
export async function checkOutside(
  url: string,
): Promise<Outcome<{ readonly version: string }, OutsideRefusal>> {
  let client: Client | undefined
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
    )
    const [found] = rows
    if (!found || found.number < oldest) return refuse('database-too-old', found?.version ?? '')
    return accept({ version: found.version })
  } catch (fault) {
    return refuse('database-unreachable', saidBy(fault))
  } finally {
    await client?.end().catch(() => undefined)
  }
}
