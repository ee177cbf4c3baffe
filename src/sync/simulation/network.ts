import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type { ChangeId, PersonId } from '#domain/base/ids.ts'
import type { Posted, Transport } from '../engine/transport.ts'
import type { SyncRequest } from '../wire.ts'
import { logsAt, teamAmong, type ServerState } from './server.ts'
import { answerSync } from '../log/answer.ts'
import type { Logs } from '../log/ground.ts'

/** What happens to one request on its way. */
export type Weather =
  | 'fine'
  /** It never arrives. */
  | 'lost'
  /** It arrives and is taken in; the answer never comes back, or is cut. */
  | 'unanswered'
  /** It arrives twice; the second answer is the one that comes back. */
  | 'twice'
  | 'signed-out'
  | 'down'

/** A world of one server and the ways to it, to be turned by a test. */
export type World = {
  server: ServerState
  now: Instant
  /** The next requests' weather, the first first; fine when there is none. */
  weather: Weather[]
  readonly actors: Map<PersonId, Actor>
  /** Every request that was made, whatever became of it. */
  readonly requests: SyncRequest[]
  /** Changes of a shape that this server cannot read: it refuses any request with one among them as a whole. */
  readonly unreadable: Set<ChangeId>
  understandsNothing: boolean
  /** The server's checksums are wrong, as if its states were. */
  wrongChecksums: boolean
  readonly transport: Transport
}

type Air = Omit<World, 'transport'>

/** The way of one person's device to the world's server. What goes over it is copied, as on a real wire. */
export function transportIn(world: Air): Transport {
  // Read anew at each look: a test may put another state there, as a restore does.
  const logs = logsAt({
    get: () => world.server,
    set: state => (world.server = state),
    teamOf: (village, on) => teamAmong(world.actors.values())(village, on),
  })
  return {
    post: (request, as) => post({ world, logs }, copy(request), as),
    unzip: text => Promise.resolve(text),
  }
}

type Way = { readonly world: Air; readonly logs: Logs }

async function post({ world, logs }: Way, request: SyncRequest, as: PersonId): Promise<Posted> {
  world.requests.push(request)
  const weather = world.weather.shift() ?? 'fine'
  const actor = world.actors.get(as)
  if (weather === 'signed-out' || actor === undefined) return { ok: false, because: 'signed-out' }
  if (weather === 'lost') return { ok: false, because: 'no-signal' }
  if (weather === 'down') return { ok: false, because: 'server-trouble' }
  if (world.understandsNothing || request.changes.some(({ change }) => world.unreadable.has(change.id)))
    return { ok: false, because: 'not-understood' }
  const answer = await receive({ world, logs }, request, actor)
  if (weather === 'unanswered') return { ok: false, because: 'no-signal' }
  return { ok: true, answer: weather === 'twice' ? await receive({ world, logs }, request, actor) : answer }
}

async function receive({ world, logs }: Way, request: SyncRequest, actor: Actor) {
  const asker = { actor, now: world.now, wire: request.wire }
  const answer = await answerSync(logs, asker, request as Parameters<typeof answerSync>[2])
  const villages = answer.villages.map(news => ({ ...news, checksum: news.checksum === null ? null : 1 }))
  return copy(world.wrongChecksums ? { ...answer, villages } : answer)
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
