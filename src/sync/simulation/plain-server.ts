import { asId, type ChangeId, type DeviceId } from '#domain/base/ids.ts'
import { parseChange } from '../change.schema.ts'
import type { Change } from '../change.ts'
import type { Verdict } from '../outbox.ts'
import type { Posted } from '../engine/transport.ts'
import type { SyncAnswer, SyncRequest } from '../wire.ts'
import { wireVersion } from '../wire.ts'
import { serve, type ServerState } from './server.ts'
import type { Arrival, SimulatedServer } from './simulated-server.ts'

/** The log in memory as a server that can be simulated. */
export function createPlainServer(start: ServerState): SimulatedServer {
  let state = start
  let epochs = 1
  const backups: ServerState[] = []
  const villageOf = (code: Parameters<SimulatedServer['logAfter']>[0]) => state.villages.get(code)

  const receive = (asked: SyncRequest, { actor, now, fate }: Arrival): Posted => {
    if (fate === 'full' || fate === 'dies-before') return { ok: false, because: troubleOf(fate) }
    const sameEpoch = asked.epoch === null || asked.epoch === state.epoch
    const broken = sameEpoch ? asked.changes.filter(({ change }) => !isReadable(change)) : []
    const served = serve(state, { ...asked, changes: asked.changes.filter(one => !broken.includes(one)) }, actor, now)
    state = served.state
    const verdicts = [...served.answer.verdicts, ...broken.map(({ change }) => brokenChange(change.id))]
    return fate === 'dies-after' ? { ok: false, because: 'no-signal' } : { ok: true, answer: { ...served.answer, verdicts } }
  }
  return {
    answer: (asked, arrival) => Promise.resolve(receive(asked, arrival)),
    append: (pushed, arrival) => {
      const posted = receive(atTheDesk(pushed), arrival)
      return Promise.resolve(posted.ok ? verdictIn(posted.answer) : null)
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
    erase: () => Promise.resolve(false),
    verify: () => Promise.resolve(null),
  }
}

const isReadable = (change: Change): boolean => parseChange({ ...change, after: [...change.after] }) !== null

const brokenChange = (id: ChangeId): Verdict => ({ id, ok: false, because: 'broken-change' })

const deskDevice = asId<DeviceId>('desk-device')

const troubleOf = (fate: 'full' | 'dies-before') => (fate === 'full' ? 'server-trouble' : 'no-signal')

const verdictIn = ({ verdicts }: SyncAnswer) => verdicts[0] ?? null

const atTheDesk = (pushed: SyncRequest['changes'][number]): SyncRequest => ({
  wire: wireVersion,
  device: deskDevice,
  epoch: null,
  changes: [pushed],
  openings: [],
  villages: [],
  room: 0,
  report: { app: '', waiting: 0, oldestAt: null, forReview: 0, notStored: false },
  handOver: [],
  taken: [],
})
