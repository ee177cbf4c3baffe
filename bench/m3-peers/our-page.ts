import { createIndexedDbStore } from '#app/store/indexed-db-store.ts'
import { openPersonDatabase } from '#app/store/database.ts'
import { httpTransport } from '#app/sync/http-transport.ts'
import { newId } from '#app/sync/new-id.ts'
import type { Actor } from '#domain/access/grants.ts'
import { instantOf } from '#domain/base/days.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine } from '#sync/engine/engine.ts'
import type { FirstSync } from './pages.ts'

/** The first sync of a device just made, as the app does it behind the door: its engine, its encrypted store. */
const firstSync: FirstSync = async () => {
  const answer = await fetch('/api/me')
  // The server's own answer.
  const { actor } = (await answer.json()) as { actor: Actor }
  const began = performance.now()
  const db = await openPersonDatabase(actor.id)
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const store = createIndexedDbStore(db, key)
  const facts = newDeviceFacts(asId<DeviceId>(crypto.randomUUID()), actor)
  await store.commit([{ put: 'device', key: deviceKey, value: facts }])
  const now = () => instantOf(Date.now())
  const engine = await openEngine({
    store,
    transport: httpTransport(new AbortController().signal),
    now,
    newChangeId: newId,
  })
  if (engine === null) throw new Error('the device does not open')
  const synced = await engine.sync()
  const milliseconds = performance.now() - began
  if (!synced.ok) throw new Error(`the first sync: ${synced.because}`)
  const held = [...engine.state().villages.values()]
  if (!held.every(({ facts }) => facts.agrees && !facts.refetch)) throw new Error('a village does not agree')
  return { milliseconds, households: held.reduce((sum, { replica }) => sum + replica.households.size, 0) }
}

Object.assign(globalThis, { firstSync })
