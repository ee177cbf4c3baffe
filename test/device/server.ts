import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Actor } from '#domain/access/grants.ts'
import { instantOf } from '#domain/base/days.ts'
import type { World } from '#sync/simulation/network.ts'
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
}

export function startSmallServer(world: World, people: Readonly<Record<string, Actor>>): SmallServer {
  const server: SmallServer = {
    world,
    up: true,
    signedIn: null,
    api: async (request, answer) => {
      if (!server.up) {
        request.socket.destroy()
        return true
      }
      world.now = instantOf(Date.now())
      const asked: unknown = request.method === 'POST' ? JSON.parse(await textOf(request)) : null
      return reply(server, people, { path: request.url ?? '', asked, request }, answer)
    },
  }
  return server
}

type Asked = { readonly path: string; readonly asked: unknown; readonly request: IncomingMessage }

async function reply(
  server: SmallServer,
  people: Readonly<Record<string, Actor>>,
  { path, asked, request }: Asked,
  answer: ServerResponse,
): Promise<boolean> {
  switch (path) {
    case '/api/auth/sign-in/username': {
      // What the page sends here is what `sign-in.ts` sends.
      const { username, ...said } = asked as { username: string; password: string }
      const actor = said.password === password ? (people[username] ?? null) : null
      if (actor !== null) server.signedIn = actor
      return send(answer, actor === null ? 401 : 200, { actor, faces: ['phone'] })
    }
    case '/api/auth/sign-out':
      server.signedIn = null
      return send(answer, 200, { ok: true })
    case '/api/sync': {
      const { signedIn } = server
      if (signedIn === null) return send(answer, 401, {})
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
