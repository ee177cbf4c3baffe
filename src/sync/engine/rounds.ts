import { absorb } from './absorb.ts'
import { ask, type Heard, type Line } from './ask.ts'
import type { Contact, Synced } from './contact.ts'
import type { DeviceState } from './device-state.ts'
import { largestBatch, sendable } from './request.ts'
import { roomAfterAnswer, roomAfterCut } from './room.ts'
import type { Placed, Write } from './store.ts'
import type { Coming, Transport } from './transport.ts'

/** What the rounds of one sync work on. */
export type Rounds = Line & {
  readonly app: string
  readonly state: () => DeviceState
  readonly contact: () => Contact
  readonly note: (at: Partial<Contact>) => void
  readonly inTurn: <T>(turn: () => Promise<T>) => Promise<T>
  /** Puts the writes on the disk, and only then believes the state; false where the disk refused. */
  readonly store: (next: DeviceState, writes: readonly Write[]) => Promise<boolean>
  readonly setAside: (one: Placed) => Promise<boolean>
  /** Whether this tab may take an answer in still; asked just before it does [S20]. */
  readonly leads: () => boolean
}

type Round = { readonly is: 'again' | 'over'; readonly synced: Synced; readonly sent: number }

/**
 * Rounds until nothing is left. A request the server cannot read is halved until the one change is found that it
 * cannot read; that one goes to review and blocks nothing [S4] [S16].
 */
export async function inRounds(rounds: Rounds): Promise<Synced> {
  let batch = largestBatch
  // Each sync tries the newest wire first: the server may have been renewed.
  let olderServer = false
  for (;;) {
    // A device that was locked, or whose lead was taken, asks nothing more.
    if (!rounds.leads()) return { ok: false, because: 'stepped-back' }
    const first = sendable(rounds.state(), olderServer)[0]
    const heard = await hear(rounds, batch, olderServer)
    olderServer = heard.olderServer
    const done = await takeIn(rounds, heard)
    if (done.is === 'again') continue
    const { synced, sent } = done
    // What was written meanwhile goes out as well.
    if (synced.ok && sendable(rounds.state(), olderServer).length > 0) continue
    if (synced.ok || synced.because !== 'not-understood' || sent === 0) return synced
    if (sent > 1) {
      batch = Math.ceil(sent / 2)
      continue
    }
    // Is it this change, or anything at all that the server does not understand? An empty request tells.
    const empty = await takeIn(rounds, await hear(rounds, 0, olderServer))
    if (empty.is === 'over' && !empty.synced.ok) return empty.synced
    if (first !== undefined && !(await rounds.setAside(first))) return { ok: false, because: 'not-stored' }
    batch = largestBatch
  }
}

/** One question. A line that was cut gets smaller steps from now on, one that held larger ones [S17]. */
async function hear(rounds: Rounds, batch: number, olderServer: boolean): Promise<Heard> {
  const { room, notStored } = rounds.contact()
  const asking = { batch, room, olderServer, app: rounds.app, notStored }
  const heard = await ask({ ...rounds, transport: followed(rounds) }, rounds.state(), asking)
  const coming = null
  if (heard.ok) rounds.note({ coming, room: roomAfterAnswer(room), olderServer: heard.olderServer })
  else rounds.note({ coming, room: heard.because === 'no-signal' ? roomAfterCut(room) : room })
  return heard
}

/** The same way to the server; how much of an answer has come is noted while it comes [S17]. */
function followed({ transport, note }: Rounds): Transport {
  const { post, postOlder } = transport
  const coming = (so: Coming): void => note({ coming: so })
  return {
    ...transport,
    post: (request, as) => post(request, as, coming),
    ...(postOlder === undefined ? {} : { postOlder: (request, as) => postOlder(request, as, coming) }),
  }
}

/** Takes in one answer, stored before it is believed. */
async function takeIn(rounds: Rounds, heard: Heard): Promise<Round> {
  const over = (synced: Synced): Round => ({ is: 'over', synced, sent: heard.sent })
  if (!heard.ok) return over({ ok: false, because: heard.because })
  return rounds.inTurn(async () => {
    if (!rounds.leads()) return over({ ok: false, because: 'stepped-back' })
    const absorbed = absorb(rounds.state(), heard)
    const stored = await rounds.store(absorbed.state, absorbed.writes)
    if (!stored) return over({ ok: false, because: 'not-stored' })
    if (absorbed.again) return { is: 'again', synced: { ok: true }, sent: heard.sent }
    // What came broken of one village is as if it had not come; the others are here [S4] [S17].
    const broken = heard.answer.villages.some(({ answer }) => answer.is === 'broken')
    return over(broken ? { ok: false, because: 'no-signal' } : { ok: true })
  })
}
