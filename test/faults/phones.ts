import { gunzipSync } from 'node:zlib'
import type { Actor } from '#domain/access/grants.ts'
import { instantOf, type Instant } from '#domain/base/days.ts'
import { asId, type ChangeId, type DeviceId } from '#domain/base/ids.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine, type Engine } from '#sync/engine/engine.ts'
import { createMemoryStore } from '#sync/engine/memory-store.ts'
import type { Posted, Transport } from '#sync/engine/transport.ts'

export type Account = { readonly username: string; readonly password: string }

/** A phone without a screen: the real engine, talking over the real network to wherever `address` leads. */
export type Phone = {
  readonly engine: Engine
  readonly cookie: string
  /** The parts of snapshots that came whole, in the order in which they came: their first and how many. */
  readonly partsCame: readonly { readonly from: number; readonly count: number; readonly of: number }[]
}

export async function openPhoneAt(
  address: string,
  account: Account,
  now: () => Instant = () => instantOf(Date.now()),
): Promise<Phone> {
  const { cookie, actor } = await signInAt(address, account)
  const store = createMemoryStore()
  const partsCame: { from: number; count: number; of: number }[] = []
  const line = lineTo(address, cookie)
  const post: Transport['post'] = async (request, as) => {
    const posted = await line.post(request, as)
    for (const { answer } of posted.ok ? posted.answer.villages : [])
      if (answer.is === 'snapshot')
        partsCame.push({ from: answer.from, count: answer.parts.length, of: answer.of })
    return posted
  }
  const device = asId<DeviceId>(`device-${crypto.randomUUID()}`)
  await store.commit([{ put: 'device', key: deviceKey, value: newDeviceFacts(device, actor) }])
  const engine = await openEngine({
    store,
    transport: { ...line, post },
    now,
    newChangeId: () => asId<ChangeId>(crypto.randomUUID()),
  })
  if (engine === null) throw new Error('the phone did not open')
  return { engine, cookie, partsCame }
}

export async function signInAt(
  address: string,
  account: Account,
): Promise<{ readonly cookie: string; readonly actor: Actor }> {
  const signedIn = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify(account),
  })
  if (!signedIn.ok) throw new Error(`signing in: ${signedIn.status} ${await signedIn.text()}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
  const me = await fetch(`${address}/api/me`, { headers: { cookie, connection: 'close' } })
  const { actor } = (await me.json()) as { actor: Actor } // what our own route answers
  return { cookie, actor }
}

/** What the app's own transport does in a browser, from here. */
const lineTo = (address: string, cookie: string): Transport => ({
  post: async (request, as): Promise<Posted> => {
    try {
      const answer = await fetch(`${address}/api/sync`, {
        method: 'POST',
        // A connection for each request, so that a road breaks under it and not under the next one.
        headers: { 'content-type': 'application/json', cookie, 'x-wuxin-person': as, connection: 'close' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(20_000),
      })
      if (answer.status === 401) return { ok: false, because: 'signed-out' }
      if (answer.status === 400) return { ok: false, because: 'not-understood' }
      if (!answer.ok) return { ok: false, because: 'server-trouble' }
      return { ok: true, answer: (await answer.json()) as Extract<Posted, { ok: true }>['answer'] } // as it came
    } catch {
      return { ok: false, because: 'no-signal' }
    }
  },
  unzip: async gzip => gunzipSync(Buffer.from(gzip, 'base64')).toString('utf8'),
})
