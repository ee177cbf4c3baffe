import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { asId, asVillageCode, type ChangeId, type DeviceId } from '#domain/base/ids.ts'
import type { Act } from '#sync/engine/act.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine } from '#sync/engine/engine.ts'
import { createMemoryStore } from '#sync/engine/memory-store.ts'
import type { SyncAnswer1, SyncRequest1 } from '#sync/wire-1.ts'

type Recorded = { readonly request: SyncRequest1; readonly answer: SyncAnswer1 }

/** What a released server of the first wire really said. */
const recorded = (name: string): Recorded =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'recorded/1', `${name}.json`), 'utf8'))

const village = asVillageCode('420325102213')

test('[S19] a device of today and a real server of the first wire: fetched, sent, refused, and nothing lost', async () => {
  const { answer } = recorded('first-sync')
  const heard: SyncRequest1[] = []
  let says = answer
  let made = 3
  const disk = createMemoryStore()
  const facts = newDeviceFacts(asId<DeviceId>('device-0001'), answer.actor)
  await disk.commit([{ put: 'device', key: deviceKey, value: facts }])
  const engine = await openEngine({
    store: disk,
    transport: {
      post: () => Promise.resolve({ ok: false, because: 'other-version' }),
      postOlder: request => {
        heard.push(request)
        return Promise.resolve({ ok: true, answer: says })
      },
      unzip: gzip => Promise.resolve(gunzipSync(Buffer.from(gzip, 'base64')).toString('utf8')),
    },
    now: (): Instant => instantOf(millisecondsOf(answer.now)),
    newChangeId: () => asId<ChangeId>(`change-${String((made += 1)).padStart(6, '0')}`),
  })
  if (engine === null) throw new Error('the device did not open')
  expect(await engine.sync()).toEqual({ ok: true })
  expect(engine.state().villages.get(village)?.replica.cursor).toBe(3)

  // The acts that were recorded, and the server's word on them.
  const pushed = recorded('push-and-changes')
  for (const { change } of pushed.request.changes) {
    const { household, kind, body } = change
    expect(await engine.write([{ village, household, kind, body } as Act])).toMatchObject({ ok: true })
  }
  says = pushed.answer
  expect(await engine.sync()).toEqual({ ok: true })
  const held = engine.state().villages.get(village)
  expect(held?.facts).toMatchObject({ agrees: true, refetch: false })
  expect(held?.replica.checksum).toBe(pushed.answer.villages[0]?.checksum)
  expect(engine.state().outbox.waiting).toEqual([])

  // Said in the words of that wire, and no others.
  for (const request of heard)
    expect(Object.keys(request).toSorted()).toEqual(Object.keys(pushed.request).toSorted())
  const [cursor] = heard.at(-1)?.villages ?? []
  expect(Object.keys(cursor ?? {})).toEqual(['code', 'cursor', 'checksum'])
})
