import type { Actor } from '#domain/access/grants.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import { expireAdvice } from '../log/advice.ts'
import { answerSync } from '../log/answer.ts'
import { createMemoryGround, createMemoryLog, type LogState } from '../log/memory-log.ts'
import { push } from '../log/push.ts'
import type { LogStore } from '../log/store.ts'
import { presentForWire } from '../log/older-wire.ts'
import { syncRequest, syncRequest1, type SyncRequestParsed } from '../wire.schema.ts'
import type { SyncAnswer1 } from '../wire-1.ts'
import type { SyncAnswer } from '../wire.ts'
import { smallLimits, teamAmong } from './server.ts'
import type { Arrival, Asked, PostedAny, ServerFate, SimulatedServer } from './simulated-server.ts'
import { verifyInMemory } from './verify.ts'

/** What a server in memory begins with, who is on the teams, and what a planted bug does to its store. */
export type Beginning = {
  readonly state: LogState
  readonly people: () => Iterable<Actor>
  /** Whether it knows only the first wire, until it is renewed [S19]. */
  readonly isOlder: boolean
  readonly sabotage?: ((store: LogStore) => LogStore) | undefined
}

/** The server's own code over a log in memory. */
export function createPlainServer({ state: start, people, isOlder, sabotage }: Beginning): SimulatedServer {
  let state = start
  let epochs = 1
  let fate: ServerFate = 'lives'
  let newest = isOlder ? 1 : 2
  const backups: LogState[] = []
  const dieIf = (when: ServerFate) => () => {
    if (fate === when || (fate === 'full' && when === 'dies-before')) throw new Died(fate)
  }
  const store = createMemoryLog({
    get: () => state,
    set: next => (state = next),
    teamOf: (village, on) => teamAmong(people())(village, on),
    beforeCommit: dieIf('dies-before'),
    afterCommit: dieIf('dies-after'),
  })
  const logs = { store: sabotage?.(store) ?? store, ground: createMemoryGround(), limits: tinyLimits }
  const villageOf = (code: Parameters<SimulatedServer['logAfter']>[0]) => state.villages.get(code)

  async function answer(asked: Asked, { actor, now, fate: coming }: Arrival): Promise<PostedAny> {
    const { wire } = asked
    if (wire > newest) return { ok: false, because: 'other-version' }
    const read = readRequest(asked)
    if (read === null) return { ok: false, because: 'not-understood' }
    fate = coming
    try {
      const answer = await answerSync(logs, { actor, now, wire }, read)
      // What is presented for a wire is an answer of that wire.
      return { ok: true, answer: presentForWire(answer, wire) as SyncAnswer | SyncAnswer1 }
    } catch (fault) {
      if (!(fault instanceof Died)) throw fault
      return { ok: false, because: fault.fate === 'full' ? 'server-trouble' : 'no-signal' }
    } finally {
      fate = 'lives'
    }
  }
  return {
    answer,
    append: async (pushed, { actor, now }) => {
      const [verdict] = await push(logs, [pushed], { actor, device: desk, now })
      return verdict ?? null
    },
    // One from before knows nothing of it.
    expireAdvice: async (village, night) => (newest === 1 ? 0 : expireAdvice(logs, village, night)),
    renew: () => {
      newest = 2
    },
    handedTo: person => store.handedTo(person),
    epoch: () => Promise.resolve(state.epoch),
    logAfter: (village, seq) => Promise.resolve(villageOf(village)?.log.slice(seq) ?? []),
    households: village => Promise.resolve([...(villageOf(village)?.households.values() ?? [])]),
    stories: village => Promise.resolve(villageOf(village)?.diaries ?? []),
    backUp: () => Promise.resolve(backups.push(state) - 1),
    restore: backup => {
      epochs += 1
      state = { ...(backups[backup] ?? start), epoch: `epoch-${epochs}` }
      return Promise.resolve()
    },
    everything: () =>
      Promise.resolve(
        JSON.stringify([...state.villages.values()].map(textsOf).concat(JSON.stringify(state.refusals))),
      ),
    verify: village => Promise.resolve(verifyInMemory(villageOf(village))),
  }
}

/** The server died, or its disk was full, in the middle of a transaction. */
class Died extends Error {
  readonly fate: ServerFate
  constructor(fate: ServerFate) {
    super(fate)
    this.fate = fate
  }
}

/** Smaller still than what one village has: every answer is told in several. */
export const tinyLimits = { ...smallLimits, roomInOneAnswer: 2_500 }

/** The request in today's shape, as the server's route reads it [S19]. */
export function readRequest(asked: Asked): SyncRequestParsed | null {
  if (asked.wire !== 1) return syncRequest.safeParse(asked).data ?? null
  const { data } = syncRequest1.safeParse(asked)
  if (data === undefined) return null
  const villages = data.villages.map(cursor => ({ ...cursor, parts: null }))
  const report = { app: '', waiting: 0, oldestAt: null, forReview: 0, notStored: false }
  return { ...data, wire: 2, villages, room: tinyLimits.roomInOneAnswer, report, handOver: [], taken: [] }
}

const desk = asId<DeviceId>('desk-device')

const textsOf = ({
  log,
  households,
  diaries,
  snapshots,
}: NonNullable<ReturnType<LogState['villages']['get']>>): string =>
  JSON.stringify([log, [...households.values()], diaries, snapshots])
