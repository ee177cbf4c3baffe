import type { Actor } from '#domain/access/grants.ts'
import type { Posted, Transport } from '../engine/transport.ts'
import { fromWire1, inWire1, type SyncAnswer1 } from '../wire-1.ts'
import type { SyncAnswer } from '../wire.ts'
import type { Asked, PostedAny, ServerFate } from './simulated-server.ts'
import type { Weather } from './step.ts'

/** What a request meets at the other end: the server, with a witness beside it. */
export type FarEnd = {
  readonly receive: (asked: Asked, actor: Actor, fate: ServerFate) => Promise<PostedAny>
  /** Undoes base64 and gzip. */
  readonly unzip: (text: string) => Promise<string>
  readonly actorOf: (person: string) => Actor | null
}

/** The way of one device to the server, with its weather. */
export type Air = {
  readonly transport: Transport
  /** The next requests' weather, the first first; fine when there is none. */
  readonly weather: Weather[]
  /** Requests that were taken for lost and are still under way. */
  readonly late: (() => Promise<void>)[]
  /** Resolves when an answer is held back; what waits for it goes on. */
  readonly held: () => Promise<void>
  readonly isHeld: () => boolean
  /** Lets what is held back arrive. */
  readonly letArrive: () => void
  /** How many requests were posted since this was last asked. */
  readonly countPosts: () => number
}

/** So many requests in one sync are a circle that never ends. */
const endless = 120

/** What goes over the air is written out and read again, as on a real wire. */
export function createAir(far: FarEnd, isOlderApp: boolean): Air {
  const weather: Weather[] = []
  const late: (() => Promise<void>)[] = []
  let posts = 0
  let letGo: (() => void) | null = null
  let tellHeld: (() => void) | null = null

  const hold = (): Promise<void> =>
    new Promise(resolve => {
      letGo = resolve
      tellHeld?.()
    })

  async function post(asked: Asked, as: string): Promise<PostedAny> {
    posts += 1
    const text = JSON.stringify(asked)
    const read = (): Asked => JSON.parse(text)
    const actor = far.actorOf(as)
    const now = weather.shift() ?? 'fine'
    if (posts > endless) return { ok: false, because: 'no-signal' }
    if (actor === null || now === 'signed-out') return { ok: false, because: 'signed-out' }
    if (now === 'another-person') return { ok: false, because: 'another-person' }
    if (now === 'lost') return { ok: false, because: 'no-signal' }
    if (now === 'down') return { ok: false, because: 'server-trouble' }
    if (now === 'late') {
      late.push(async () => {
        await far.receive(read(), far.actorOf(as) ?? actor, 'lives')
      })
      return { ok: false, because: 'no-signal' }
    }
    if (now === 'slow-request') await hold()
    const first = await far.receive(read(), far.actorOf(as) ?? actor, fateOf(now))
    const posted = now === 'twice' ? await far.receive(read(), actor, 'lives') : first
    if (now === 'unanswered') return { ok: false, because: 'no-signal' }
    const answered = JSON.stringify(posted)
    if (now === 'slow-answer') await hold()
    return readAnswer(now === 'cut' ? answered.slice(0, answered.length / 2) : answered)
  }
  return {
    transport: isOlderApp ? olderTransport(post, far.unzip) : newTransport(post, far.unzip),
    weather,
    late,
    held: () => (letGo !== null ? Promise.resolve() : new Promise(resolve => (tellHeld = resolve))),
    isHeld: () => letGo !== null,
    letArrive: () => {
      const go = letGo
      letGo = null
      tellHeld = null
      go?.()
    },
    countPosts: () => {
      const counted = posts
      posts = 0
      return counted
    },
  }
}

type Post = (asked: Asked, as: string) => Promise<PostedAny>

// What is asked in a wire is answered in that wire: the posted answers are named so here, where they come off the air.
const newTransport = (post: Post, unzip: Transport['unzip']): Transport => ({
  post: async (asked, as) => (await post(asked, as)) as Posted<SyncAnswer>,
  postOlder: async (asked, as) => (await post(asked, as)) as Posted<SyncAnswer1>,
  unzip,
})

/** An app from before: it says everything in the first wire, whatever the server knows [S19]. */
const olderTransport = (post: Post, unzip: Transport['unzip']): Transport => ({
  post: async (asked, as) => {
    const posted = (await post(inWire1(asked), as)) as Posted<SyncAnswer1>
    return posted.ok ? { ok: true, answer: fromWire1(posted.answer) } : posted
  },
  unzip,
})

function readAnswer(text: string): PostedAny {
  try {
    return JSON.parse(text)
  } catch {
    return { ok: false, because: 'no-signal' }
  }
}

function fateOf(weather: Weather): ServerFate {
  if (weather === 'server-dies-before') return 'dies-before'
  if (weather === 'server-dies-after') return 'dies-after'
  return weather === 'server-full' ? 'full' : 'lives'
}
