import { instantOf } from '#domain/base/days.ts'
import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { SyncAnswer } from '#sync/wire.ts'
import { wireVersion } from '#sync/wire.ts'
import { chanceFrom, type Chance } from '../province/chance.ts'
import { round } from '../run/figures.ts'
import { cpuTimeOf, cpuTimeOfFamily } from '../run/cpu-time.ts'
import { answerOrder } from '../run/other-process.ts'
import { openLines, textOf, together, type Packed } from '../run/phone-over-http.ts'
import { anEveningVisit } from './evening.ts'

/** A device that syncs every evening: what it holds, and whom it visits. */
export type EveningDevice = {
  readonly cookie: string
  readonly person: string
  readonly device: string
  readonly village: VillageCode
  readonly cursor: number
  readonly households: readonly HouseholdId[]
}

export type EveningOrder = {
  readonly address: string
  readonly epoch: string
  readonly devices: readonly EveningDevice[]
  readonly visitsEach: number
  /** So many devices sync at the same moment. */
  readonly atOnce: number
  /** Evenings are repeated until so many seconds of syncing have gone by. */
  readonly seconds: number
  readonly server: number
  readonly postmaster: number
}

export type EveningAnswer = {
  readonly evenings: number
  readonly sent: number
  readonly accepted: number
  readonly notAccepted: readonly string[]
  readonly seconds: number
  readonly milliseconds: readonly number[]
  readonly bytesUp: number
  readonly bytesDown: number
  readonly encodings: readonly string[]
  /** Milliseconds of processor time a sync, of all who worked. */
  readonly processor: { readonly server: number; readonly database: number; readonly load: number }
}

type Evening = {
  readonly device: EveningDevice
  cursor: number
  body: string
  changes: number
  packed: Packed | null
}

answerOrder(async (order: EveningOrder): Promise<EveningAnswer> => {
  const lines = openLines(order.address, order.atOnce)
  const all = order.devices.map((device): Evening => ({
    device,
    cursor: device.cursor,
    body: '',
    changes: 0,
    packed: null,
  }))
  const chance = chanceFrom(23)
  const told = { evenings: 0, sent: 0, accepted: 0, seconds: 0, bytesUp: 0, bytesDown: 0 }
  const milliseconds: number[] = []
  const notAccepted: string[] = []
  const encodings = new Set<string>()
  const used = { server: 0, database: 0, load: 0 }
  // Made before and read after: only the syncing itself is in the time.
  while (told.seconds < order.seconds) {
    shuffle(all, chance)
    for (const one of all) write(one, order, told.evenings, chance)
    const before = processorNow(order)
    const began = performance.now()
    await together(all, order.atOnce, async one => {
      one.packed = await lines.post(one.device, one.body)
    })
    told.seconds += (performance.now() - began) / 1000
    const after = processorNow(order)
    for (const who of ['server', 'database', 'load'] as const) used[who] += after[who] - before[who]
    told.evenings += 1
    for (const one of all) {
      const { packed } = one
      if (packed === null) continue
      const answer = await read(packed)
      milliseconds.push(packed.milliseconds)
      encodings.add(packed.encoding)
      told.bytesUp += Buffer.byteLength(one.body)
      told.bytesDown += packed.bytes.length
      told.sent += one.changes
      told.accepted += answer.verdicts.filter(({ ok }) => ok).length
      notAccepted.push(...answer.verdicts.flatMap(verdict => (verdict.ok ? [] : [verdict.because])))
      one.cursor = cursorAfter(answer, one)
    }
    console.error(`  evening ${told.evenings}: ${Math.round(told.accepted / told.seconds)} changes/s so far`)
  }
  lines.close()
  return {
    ...told,
    milliseconds,
    notAccepted: [...new Set(notAccepted)],
    encodings: [...encodings],
    processor: aSync(used, milliseconds.length),
  }
})

const processorNow = ({ server, postmaster }: EveningOrder) => ({
  server: cpuTimeOf(server),
  database: cpuTimeOfFamily(postmaster),
  load: cpuTimeOf(process.pid),
})

const aSync = (used: EveningAnswer['processor'], syncs: number): EveningAnswer['processor'] => ({
  server: round(used.server / syncs, 2),
  database: round(used.database / syncs, 2),
  load: round(used.load / syncs, 2),
})

/** Every evening in another order: nobody syncs by village. */
function shuffle(all: Evening[], chance: Chance): void {
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = chance.upTo(at + 1)
    const [one, two] = [all[at], all[other]]
    if (one !== undefined && two !== undefined) [all[at], all[other]] = [two, one]
  }
}

function write(one: Evening, order: EveningOrder, evening: number, chance: Chance): void {
  const { device, cursor } = one
  const now = instantOf(Date.now())
  const visits = Array.from({ length: order.visitsEach }, (_, at) => {
    const household = device.households[(evening * order.visitsEach + at) % device.households.length]
    if (household === undefined) throw new Error('a device without households')
    return anEveningVisit({ village: device.village, household, now }, chance)
  })
  const changes = visits.flat()
  one.changes = changes.length
  one.body = JSON.stringify({
    wire: wireVersion,
    device: device.device,
    epoch: order.epoch,
    changes,
    openings: [],
    villages: [{ code: device.village, cursor, checksum: null, parts: null }],
    room: 4_000_000,
    report: { app: '', waiting: changes.length, oldestAt: now, forReview: 0, notStored: false },
    handOver: [],
    taken: [],
  })
}

async function read(packed: Packed): Promise<SyncAnswer> {
  const text = await textOf(packed)
  if (packed.status !== 200)
    throw new Error(`a sync was answered with ${packed.status}: ${text.slice(0, 300)}`)
  // The server's own answer to a request of today's wire.
  return JSON.parse(text) as SyncAnswer
}

function cursorAfter({ villages }: SyncAnswer, { cursor, device }: Evening): number {
  const answer = villages.find(({ code }) => code === device.village)?.answer
  return answer === undefined || answer.is === 'unchanged' ? cursor : answer.upTo
}
