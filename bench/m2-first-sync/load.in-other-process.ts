import { setTimeout as wait } from 'node:timers/promises'
import type { SyncAnswer, VillageCursor } from '#sync/wire.ts'
import { wireVersion } from '#sync/wire.ts'
import { answerOrder } from '../run/other-process.ts'
import { openLines, textOf, together, type Packed } from '../run/phone-over-http.ts'

/** A device that has just been given to its visitor: it holds a session and nothing else. */
export type NewDevice = {
  readonly cookie: string
  readonly person: string
  readonly device: string
  readonly households: number
}

export type FirstSyncOrder = {
  readonly address: string
  readonly devices: readonly NewDevice[]
  /** So many at the same moment. */
  readonly atOnce: number
  /** Done again from the first device until so many seconds have gone by. */
  readonly seconds: number
}

export type FirstSyncAnswer = {
  readonly syncs: number
  readonly households: number
  readonly rounds: number
  readonly seconds: number
  /** Of each device: from its first request to its last answer. */
  readonly milliseconds: readonly number[]
  readonly bytesDown: number
  /** How often the server was too busy and a device had to ask again. */
  readonly turnedAway: number
}

answerOrder(async (order: FirstSyncOrder): Promise<FirstSyncAnswer> => {
  const lines = openLines(order.address, order.atOnce)
  const told = { syncs: 0, households: 0, rounds: 0, bytesDown: 0, turnedAway: 0 }
  const milliseconds: number[] = []
  const began = performance.now()
  const secondsNow = () => (performance.now() - began) / 1000
  do {
    await together(order.devices, order.atOnce, async device => {
      const from = performance.now()
      const synced = await syncFirst(device, lines.post)
      milliseconds.push(performance.now() - from)
      told.syncs += 1
      told.households += device.households
      told.rounds += synced.rounds
      told.bytesDown += synced.bytes
      told.turnedAway += synced.turnedAway
    })
  } while (secondsNow() < order.seconds)
  const seconds = secondsNow()
  lines.close()
  return { ...told, milliseconds, seconds }
})

const mostTurnedAway = 60

type Post = ReturnType<typeof openLines>['post']

/** Asks until nothing is left to ask for, as the engine does; the parts are counted, and unpacked by no one: that is the phone's work. */
async function syncFirst(device: NewDevice, post: Post) {
  let villages: readonly VillageCursor[] = []
  let bytes = 0
  let turnedAway = 0
  for (let rounds = 1; ; rounds += 1) {
    const packed = await post(device, requestOf(device, villages))
    bytes += packed.bytes.length
    if (packed.status >= 500 && turnedAway < mostTurnedAway) {
      turnedAway += 1
      await wait(1000)
      continue
    }
    const answer = await read(packed)
    if (!answer.villages.some(({ more }) => more)) return { rounds, bytes, turnedAway }
    if (rounds > 200) throw new Error('a first sync without end')
    villages = answer.villages.map(news =>
      cursorAfter(
        news,
        villages.find(({ code }) => code === news.code),
      ),
    )
  }
}

function cursorAfter(
  { code, answer }: SyncAnswer['villages'][number],
  before: VillageCursor | undefined,
): VillageCursor {
  const known = before ?? { code, cursor: 0, checksum: null, parts: null }
  switch (answer.is) {
    case 'unchanged':
      return known
    case 'snapshot': {
      const got = answer.from + answer.parts.length
      return got < answer.of
        ? { ...known, parts: { upTo: answer.upTo, got } }
        : { ...known, cursor: answer.upTo, parts: null }
    }
    case 'changes':
    case 'states':
      return { ...known, cursor: answer.upTo, parts: null }
    default:
      return answer satisfies never
  }
}

const requestOf = ({ device }: NewDevice, villages: readonly VillageCursor[]): string =>
  JSON.stringify({
    wire: wireVersion,
    device,
    epoch: null,
    changes: [],
    openings: [],
    villages,
    room: 4_000_000,
    report: { app: '', waiting: 0, oldestAt: null, forReview: 0, notStored: false },
    handOver: [],
    taken: [],
  })

async function read(packed: Packed): Promise<SyncAnswer> {
  const text = await textOf(packed)
  if (packed.status !== 200)
    throw new Error(`a first sync was answered with ${packed.status}: ${text.slice(0, 300)}`)
  // The server's own answer to a request of today's wire.
  return JSON.parse(text) as SyncAnswer
}
