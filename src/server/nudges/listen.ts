import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { parseVillageCode, type VillageCode } from '#domain/base/ids.ts'

/** A village's log has moved to this number; null when word was lost and any village may have moved. */
export type Moved = { readonly village: VillageCode; readonly head: number } | null

export type Listening = { stop(): Promise<void> }

const longestPause = 5_000

/**
 * Listens to the logs of all villages on one connection of its own. Where the connection breaks it is made anew, until
 * stopped; what was said meanwhile is lost, which is told as `null`.
 */
export function listenToVillages(databaseUrl: string, tell: (moved: Moved) => void): Listening {
  const stopping = new AbortController()
  const done = listenUntil(stopping.signal, databaseUrl, tell)
  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

async function listenUntil(signal: AbortSignal, databaseUrl: string, tell: (moved: Moved) => void) {
  let pause = 100
  // One connection after the other.
  while (!signal.aborted) {
    const listened = await listenOnce(signal, databaseUrl, tell)
    pause = listened ? 100 : Math.min(pause * 2, longestPause)
    await wait(pause, undefined, { signal }).catch(() => undefined)
  }
}

/** Listens until the connection breaks; false when there was none to be had. */
async function listenOnce(
  signal: AbortSignal,
  databaseUrl: string,
  tell: (moved: Moved) => void,
): Promise<boolean> {
  const client = new Client({
    connectionString: databaseUrl,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  })
  client.on('notification', ({ payload }) => {
    const moved = parseMoved(payload ?? '')
    if (moved !== null) tell(moved)
  })
  const over = overWith(client, signal)
  try {
    await client.connect()
    await client.query('listen village')
    tell(null)
    await over
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const overWith = (client: Client, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    client.on('error', () => resolve()).on('end', () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

function parseMoved(payload: string): Moved {
  const [code = '', head] = payload.split(' ')
  const village = parseVillageCode(code)
  return village === null ? null : { village, head: Number(head) }
}
