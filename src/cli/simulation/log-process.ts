import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import { asId, type DeviceId, type VillageCode } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import { openDatabase } from '#server/db/database.ts'
import { nodeGround } from '#server/log/ground.ts'
import { postgresLog } from '#server/log/postgres-log.ts'
import { answerSync } from '#sync/log/answer.ts'
import type { Logs } from '#sync/log/ground.ts'
import { presentForWire } from '#sync/log/older-wire.ts'
import { push } from '#sync/log/push.ts'
import { readRequest, tinyLimits } from '#sync/simulation/plain-server.ts'
import type { Asked } from '#sync/simulation/simulated-server.ts'
import type { Pushed } from '#sync/wire.ts'

/* The server of a simulated life as a process of its own, on a real database and behind real HTTP: made to be killed. */

/** What the simulator sends: a request, who makes it and when, and who is on the teams that day. */
export type Sent = {
  readonly actor: Actor
  readonly now: Instant
  readonly teams: readonly (readonly [VillageCode, readonly PersonNamed[]])[]
} & ({ readonly is: 'answer'; readonly asked: Asked } | { readonly is: 'append'; readonly pushed: Pushed })

const desk = asId<DeviceId>('desk-device')
const { db } = openDatabase(process.argv[2] ?? '', () => undefined, 6)

const server = createServer((request, reply) => {
  void hear(request, reply).catch((fault: unknown) => {
    reply.writeHead(500).end(String(fault))
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
// Without its parent it has nobody to answer.
process.on('disconnect', () => process.exit())

async function hear(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  // The parent of this process wrote it just now.
  const sent = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Sent
  const said = JSON.stringify(await answerTo(sent))
  reply.writeHead(200, { 'content-type': 'application/json' }).end(said)
}

async function answerTo(sent: Sent): Promise<unknown> {
  const { actor, now } = sent
  const logs = logsWith(sent)
  if (sent.is === 'append') return (await push(logs, [sent.pushed], { actor, device: desk, now }))[0] ?? null
  const read = readRequest(sent.asked)
  if (read === null) return { ok: false, because: 'not-understood' }
  const answer = await answerSync(logs, { actor, now, wire: sent.asked.wire }, read)
  return { ok: true, answer: presentForWire(answer, sent.asked.wire) }
}

/** The log's own code on PostgreSQL; only who is on the teams comes from the simulated life. */
function logsWith({ teams }: Sent): Logs {
  const store = postgresLog(db)
  const team = new Map(teams)
  const look: typeof store.look = async (codes, on) =>
    new Map(
      [...(await store.look(codes, on))].map(([code, look]) => [
        code,
        { ...look, team: team.get(code) ?? [] },
      ]),
    )
  return { store: { ...store, look }, ground: nodeGround, limits: tinyLimits }
}
