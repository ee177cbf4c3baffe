import type { IncomingMessage, ServerResponse } from 'node:http'
import { webcrypto } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Actor } from '#domain/access/grants.ts'
import { instantOf } from '#domain/base/days.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import { isRefusal, type Refusal } from '#domain/base/refusals.ts'
import { openSealed, type Opened } from '#server/rescue/open-sealed.ts'
import type { Verdict, Waiting } from '#sync/outbox.ts'
import type { RescueRequest, RescueWord } from '#sync/rescue.ts'
import type { World } from '#sync/simulation/network.ts'
import { push } from '#sync/log/push.ts'
import { answerSync } from '#sync/log/answer.ts'
import { logsAt, teamAmong } from '#sync/simulation/server.ts'
import type { SyncAnswer } from '#sync/wire.ts'
import { syncRequest } from '#sync/wire.schema.ts'
import type { Api } from './ground.ts'

export const password = 'five-hearts'

/** A small campaign behind `/api`, on the log in memory, which a test can take away and bring back. */
export type SmallServer = {
  readonly world: World
  readonly api: Api
  /** Whether it can be reached. */
  up: boolean
  /** Who is signed in; null when the session has run out. */
  signedIn: Actor | null
  /** Who can sign in, by user name. */
  readonly people: Record<string, Actor>
  /** Whether this device was stopped. */
  stopped: boolean
  /** Whether the server has lost its recovery key: what was sealed to it cannot be opened. */
  keyLost: boolean
  /** What syncs wait for before they are looked at; null where they do not wait. */
  held: Promise<void> | null
  /** Whose syncs arrived, and whose were cut off by the device while they waited. */
  readonly arrived: string[]
  readonly cut: string[]
}

export function startSmallServer(world: World, people: Readonly<Record<string, Actor>>): SmallServer {
  const keys = makeKeys()
  const server: SmallServer = {
    world,
    people: { ...people },
    up: true,
    signedIn: null,
    stopped: false,
    keyLost: false,
    held: null,
    arrived: [],
    cut: [],
    api: async (request, answer) => {
      if (!server.up) {
        request.socket.destroy()
        return true
      }
      world.now = instantOf(Date.now())
      const asked: unknown = request.method === 'POST' ? JSON.parse(await textOf(request)) : null
      const recovery = await keys
      if (request.url === '/api/sync' && !(await waited(server, request, answer))) return true
      return reply(server, { path: request.url ?? '', asked, request, recovery }, answer)
    },
  }
  return server
}

/** Waits as long as the server is held; false where the device has gone away meanwhile. */
async function waited(
  server: SmallServer,
  request: IncomingMessage,
  answer: ServerResponse,
): Promise<boolean> {
  const person = String(request.headers['x-wuxin-person'])
  server.arrived.push(person)
  if (server.held === null) return true
  answer.on('close', () => {
    if (!answer.writableEnded) server.cut.push(person)
  })
  await server.held
  return !answer.destroyed
}

type Asked = {
  readonly path: string
  readonly asked: unknown
  readonly request: IncomingMessage
  readonly recovery: Recovery
}

async function reply(
  server: SmallServer,
  { path, asked, request, recovery }: Asked,
  answer: ServerResponse,
): Promise<boolean> {
  const { signedIn } = server
  const me = (actor: Actor | null) => ({ actor, faces: ['phone'], recoveryKey: recovery.publicKey })
  switch (path) {
    case '/api/auth/sign-in/username': {
      // What the page sends here is what `sign-in.ts` sends.
      const { username, ...said } = asked as { username: string; password: string }
      const actor = said.password === password ? (server.people[username] ?? null) : null
      if (actor !== null) server.signedIn = actor
      return send(answer, actor === null ? 401 : 200, me(actor))
    }
    case '/api/me':
      return send(answer, signedIn === null ? 401 : 200, me(signedIn))
    case '/api/rescue': {
      if (signedIn === null) return send(answer, 401, {})
      if (request.headers['x-wuxin-person'] !== signedIn.id) return send(answer, 409, {})
      const key = server.keyLost ? (await makeKeys()).privateKey : recovery.privateKey
      return send(answer, 200, { words: await rescue(server, signedIn, asked as RescueRequest, key) })
    }
    case '/api/auth/sign-out':
      server.signedIn = null
      return send(answer, 200, { ok: true })
    case '/api/sync': {
      if (signedIn === null) return send(answer, 401, {})
      if (server.stopped) return send(answer, 410, {})
      if (request.headers['x-wuxin-person'] !== signedIn.id) return send(answer, 409, {})
      const actor = server.world.actors.get(signedIn.id) ?? signedIn
      const parsed = syncRequest.parse(asked)
      const asker = { actor, now: server.world.now, wire: parsed.wire }
      return send(answer, 200, packed(await answerSync(logsOf(server.world), asker, parsed)))
    }
    case '/api/nudges':
      answer.writeHead(200, { 'content-type': 'text/event-stream' })
      answer.write('data: {"village":null}\n\n')
      return true
    default:
      return false
  }
}

type Recovery = { readonly publicKey: string; readonly privateKey: webcrypto.CryptoKey }

async function makeKeys(): Promise<Recovery> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(curve, true, ['deriveBits'])
  const raw = await webcrypto.subtle.exportKey('raw', publicKey)
  return { publicKey: Buffer.from(raw).toString('base64'), privateKey }
}

/** As `server/rescue` does, on the log in memory. */
async function rescue(
  { world }: SmallServer,
  actor: Actor,
  { records }: RescueRequest,
  key: webcrypto.CryptoKey,
): Promise<readonly RescueWord[]> {
  const words: RescueWord[] = []
  for (const { key: at, sealed } of records) {
    const opened = await openSealed(key, sealed)
    if (opened === null) words.push({ key: at, is: 'unreadable' })
    else if (opened.from !== actor.id) words.push({ key: at, is: 'of-another' })
    else if (opened.shelf === 'drafts')
      words.push({ key: at, is: 'draft', draft: opened.key, text: opened.value.text })
    else {
      // What a device sealed is what it wrote.
      const pushed = opened.value as Waiting
      const sender = { actor, device: asId<DeviceId>('device-rescued'), now: world.now }
      const verdicts = opened.shelf === 'outbox' ? await push(logsOf(world), [pushed], sender) : []
      const [verdict] = verdicts
      words.push(
        verdict?.ok && opened.shelf === 'outbox'
          ? { key: at, is: 'received' }
          : { key: at, is: 'refused', review: { ...pushed, because: because(opened, verdict) } },
      )
    }
  }
  return words
}

const because = (opened: Opened, verdict: Verdict | undefined): Refusal => {
  const word = opened.shelf === 'review' ? opened.value.because : verdict?.ok === false ? verdict.because : ''
  return isRefusal(word) ? word : 'broken-change'
}
const logsOf = (world: World) =>
  logsAt({
    get: () => world.server,
    set: state => (world.server = state),
    teamOf: (village, on) => teamAmong(world.actors.values())(village, on),
  })

/** The log in memory leaves its snapshots unpacked; over a real wire they are packed. */
const packed = (answer: SyncAnswer): SyncAnswer => ({
  ...answer,
  villages: answer.villages.map(news =>
    news.answer.is === 'snapshot'
      ? {
          ...news,
          answer: {
            ...news.answer,
            parts: news.answer.parts.map(part => gzipSync(part).toString('base64')),
          },
        }
      : news,
  ),
})

function send(answer: ServerResponse, status: number, body: unknown): boolean {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  return true
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
