import type { Instant } from '#domain/base/days.ts'
import type { VoiceId } from '#domain/base/ids.ts'
import type { Engine } from '#sync/engine/engine.ts'
import type { VoiceFacts } from '#sync/voice.ts'
import type { Bytes } from '../store/cipher.ts'
import type { PersonDatabase, VoiceOut } from '../store/database.ts'
import type { Sealer } from '../store/sealer.ts'
import { settable, type Settable, type Watched } from '../sync/watched.ts'
import { addressOf, readOut, type OutKey } from './voice-out.ts'
import { commitVoice, readVoices, type VoiceKept, type VoicesRead, type VoiceStep } from './voice-shelf.ts'

/** Where voice notes lie on this device. `out` is read before the door opens, so that the truth knows what waits [S2]. */
export type VoiceGround = {
  readonly db: PersonDatabase
  readonly key: CryptoKey
  readonly sealer: () => Sealer | null
  readonly out: Settable<ReadonlyMap<string, VoiceOut>>
}

/** A note as the screens show it. `far`: the server has it, and this phone has not. */
export type VoiceNote = OutKey & {
  /** About so many seconds. */
  readonly seconds: number
  readonly stands: 'here' | 'received' | 'declined' | 'far'
}

/** The notes on this device in memory, in step with the disk and with other tabs. */
export type VoicesHere = VoiceGround & {
  readonly engine: Engine
  readonly read: () => VoicesRead
  readonly notes: Watched<readonly VoiceNote[]>
  /** Reads the disk again. */
  readonly look: () => Promise<void>
  /** Writes one step, and tells it. */
  readonly commit: (step: VoiceStep) => Promise<void>
  /** A note's facts, sealed to the server; null while the server's key is not known. */
  readonly sealFacts: (facts: VoiceFacts) => Promise<Bytes | null>
  /** Ends when the device is closed. */
  readonly closed: AbortController
}

export async function openVoicesHere(ground: VoiceGround, engine: Engine): Promise<VoicesHere> {
  const { db, key, sealer, out } = ground
  const closed = new AbortController()
  const channel = new BroadcastChannel(`wuxin-voices-${engine.state().facts.actor.id}`)
  let read = await readVoices(db, key)
  const tell = (): readonly VoiceNote[] => notesOf(read, out.now(), engine.state().facts.epoch ?? '')
  const notes = settable(tell())

  async function look(): Promise<void> {
    read = await readVoices(db, key)
    out.set(await readOut(db))
    notes.set(tell())
  }
  channel.addEventListener('message', () => void look().catch(() => undefined))
  closed.signal.addEventListener('abort', () => channel.close())
  return {
    ...ground,
    engine,
    closed,
    read: () => read,
    notes,
    look,
    commit: async step => {
      await commitVoice(db, key, step)
      await look()
      // A channel reaches its own origin only; it has no target to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (!closed.signal.aborted) channel.postMessage('moved')
    },
    sealFacts: async ({ village, household, visit, voice, mime, key }) =>
      (await sealer()?.seal({
        shelf: 'voices',
        value: { village, household, visit, voice, mime, key },
      })) ?? null,
  }
}

/** Whether the server has said that it has all of it. */
export const isTold = (kept: VoiceKept | undefined): boolean => kept !== undefined && kept.receivedIn !== null

/** The notes on this device, in the order in which they were spoken. */
function notesOf(
  { kept, pieces }: VoicesRead,
  out: ReadonlyMap<string, VoiceOut>,
  epoch: string,
): readonly VoiceNote[] {
  const spoken = new Map<VoiceId, VoiceNote & { readonly spokenAt: Instant }>()
  for (const { village, visit, voice, spokenAt, receivedIn } of kept.values()) {
    const stands = receivedIn === epoch ? 'received' : 'here'
    spoken.set(voice, { village, visit, voice, seconds: pieces.get(voice) ?? 0, stands, spokenAt })
  }
  for (const [key, one] of out) {
    const address = addressOf(key)
    if (one.is === 'erase') continue
    const stands = one.is === 'declined' ? 'declined' : 'here'
    spoken.set(address.voice, {
      ...address,
      seconds: pieces.get(address.voice) ?? 0,
      stands,
      spokenAt: one.spokenAt,
    })
  }
  return [...spoken.values()].toSorted((one, other) => (one.spokenAt < other.spokenAt ? -1 : 1))
}
