import type { Actor } from '#domain/access/grants.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import type { Posted } from '../engine/transport.ts'
import { answerSync } from '../log/answer.ts'
import { createMemoryGround, createMemoryLog, type LogState } from '../log/memory-log.ts'
import { push } from '../log/push.ts'
import type { LogStore } from '../log/store.ts'
import { syncRequest } from '../wire.schema.ts'
import type { SyncRequest } from '../wire.ts'
import { smallLimits, teamAmong } from './server.ts'
import type { Arrival, ServerFate, SimulatedServer } from './simulated-server.ts'
import { verifyInMemory } from './verify.ts'

/** What a server in memory begins with, who is on the teams, and what a planted bug does to its store. */
export type Beginning = {
  readonly state: LogState
  readonly people: () => Iterable<Actor>
  readonly sabotage?: ((store: LogStore) => LogStore) | undefined
}

/** The server's own code over a log in memory. */
export function createPlainServer({ state: start, people, sabotage }: Beginning): SimulatedServer {
  let state = start
  let epochs = 1
  let fate: ServerFate = 'lives'
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
  const logs = { store: sabotage?.(store) ?? store, ground: createMemoryGround(), limits: smallLimits }
  const villageOf = (code: Parameters<SimulatedServer['logAfter']>[0]) => state.villages.get(code)

  async function answer(asked: SyncRequest, { actor, now, fate: coming }: Arrival): Promise<Posted> {
    const { data } = syncRequest.safeParse(asked)
    if (data === undefined) return { ok: false, because: 'not-understood' }
    fate = coming
    try {
      return { ok: true, answer: await answerSync(logs, { actor, now, wire: 2 }, data) }
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
    everything: () => Promise.resolve(JSON.stringify([...state.villages.values()].map(textsOf).concat(JSON.stringify(state.refusals)))),
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

const desk = asId<DeviceId>('desk-device')

const textsOf = ({ log, households, diaries, snapshots }: NonNullable<ReturnType<LogState['villages']['get']>>): string =>
  JSON.stringify([log, [...households.values()], diaries, snapshots])
