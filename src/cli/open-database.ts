import { join } from 'node:path'
import { checkOutside, type OutsideRefusal } from '#server/embedded/outside.ts'
import type { StartRefusal } from '#server/embedded/outcome.ts'
import { findRunningPostgres, startPostgres } from '#server/embedded/start.ts'
import { isDatabaseAway, isDiskFull } from '#server/http/faults.ts'
import { migrate } from '#server/db/migrate.ts'
import type { Settings } from './settings.ts'

/** The campaign's database, migrated, held until it is let go. */
export type HeldDatabase = {
  readonly url: string
  /** E.g. `18.4`; empty where it was running already. */
  readonly version: string
  /** Leaves the address that a second start on the same data is to name. */
  tellAddress(address: string): Promise<void>
  letGo(): Promise<void>
}

export type DatabaseRefusal =
  | StartRefusal
  | OutsideRefusal
  /** The database answers, and its user may not make tables in it. */
  | 'database-forbids'

export type Opened =
  | { readonly ok: true; readonly value: HeldDatabase }
  | { readonly ok: false; readonly because: DatabaseRefusal; readonly told: string }

/** Starts the shipped PostgreSQL, or checks the outside one, and brings it to the newest schema. */
export async function holdDatabase(settings: Settings, log: (line: string) => void): Promise<Opened> {
  const held =
    settings.databaseUrl === null ? await startShipped(settings, log) : await checkGiven(settings.databaseUrl)
  if (!held.ok) return held
  try {
    await migrate(held.value.url)
    return held
  } catch (fault) {
    await held.value.letGo()
    return refusalOfFault(fault)
  }
}

/** For a command beside a server that may be running: uses the running one's database, or starts it for the command alone. */
export async function borrowDatabase(settings: Settings): Promise<Opened> {
  if (settings.databaseUrl === null) {
    const running = await findRunningPostgres(join(settings.data, 'pg'))
    if (running.ok) return held({ url: running.value.url, version: '' })
  }
  return holdDatabase(settings, () => undefined)
}

async function startShipped({ data }: Settings, log: (line: string) => void): Promise<Opened> {
  const started = await startPostgres({ folder: join(data, 'pg'), log })
  if (!started.ok) return started
  const { url, version, tellAddress, stop } = started.value
  return { ok: true, value: { url, version, tellAddress, letGo: stop } }
}

async function checkGiven(url: string): Promise<Opened> {
  const checked = await checkOutside(url)
  return checked.ok ? held({ url, version: checked.value.version }) : checked
}

const held = (database: Pick<HeldDatabase, 'url' | 'version'>): Opened => ({
  ok: true,
  value: { ...database, tellAddress: async () => undefined, letGo: async () => undefined },
})

/** What a fault of the database means to who starts it; a fault it does not know stays one. */
export function refusalOfFault(fault: unknown): Extract<Opened, { ok: false }> {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  const told = fault instanceof Error ? fault.message : String(fault)
  if (isDiskFull(fault)) return { ok: false, because: 'disk-full', told }
  if (code === '42501') return { ok: false, because: 'database-forbids', told }
  if (isDatabaseAway(fault)) return { ok: false, because: 'database-unreachable', told }
  throw fault
}
