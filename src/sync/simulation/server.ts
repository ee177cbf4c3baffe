import { isOnTeam, type Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import { answerSync } from '../log/answer.ts'
import { usualLimits, type Logs } from '../log/ground.ts'
import { createMemoryGround, createMemoryLog, type LogState, type MemoryPlace } from '../log/memory-log.ts'
import type { SyncAnswer, SyncRequest } from '../wire.ts'

/** All that a server keeps. Plain: a backup is the same value, kept. */
export type ServerState = LogState

export type Served = { readonly state: LogState; readonly answer: SyncAnswer }

/** Small, so that several rounds are the rule. */
export const smallLimits = { ...usualLimits, changesInOneAnswer: 7, statesAreLess: 40, householdsInPart: 1 }

/** The server's own code over a log in memory that lies at this place. */
export const logsAt = (place: MemoryPlace): Logs => ({
  store: createMemoryLog(place),
  ground: createMemoryGround(),
  limits: smallLimits,
})

/** The server's side of one round trip on a state that is given back as it is then: the same code as the real one. */
export async function serve(
  state: LogState,
  asked: SyncRequest,
  actor: Actor,
  now: Instant,
): Promise<Served> {
  let at = state
  const logs = logsAt({ get: () => at, set: state => (at = state), teamOf: () => [] })
  // What comes over a real wire has lost its types, and each change is read anew.
  const answer = await answerSync(logs, { actor, now, wire: asked.wire }, { ...asked, wire: 2 } as never)
  return { state: at, answer }
}

/** Those of these people who are on a village's team that day. */
export const teamAmong =
  (people: Iterable<Actor>): MemoryPlace['teamOf'] =>
  (village, on) =>
    [...people].filter(actor => isOnTeam(actor, village, on)).map(({ id, name }) => ({ id, name }))
