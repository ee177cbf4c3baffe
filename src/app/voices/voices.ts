import type { VillageCode, VisitId, VoiceId } from '#domain/base/ids.ts'
import type { Engine } from '#sync/engine/engine.ts'
import { placeOfPiece, type VoiceFacts } from '#sync/voice.ts'
import { fromBase64, toBase64 } from '../sealed/box.ts'
import { sealBytes, unsealBytes, type Bytes } from '../store/cipher.ts'
import type { VoiceOut } from '../store/database.ts'
import { newId } from '../sync/new-id.ts'
import type { Watched } from '../sync/watched.ts'
import { keepVoicesMoving } from './keep-voices-moving.ts'
import { askVoices, hearFar } from './send-voice.ts'
import { standingOf } from './standing.ts'
import { outKey, type OutKey } from './voice-out.ts'
import { layPiece, readPieces, type VoiceKept } from './voice-shelf.ts'
import { isTold, openVoicesHere, type VoiceGround, type VoiceNote, type VoicesHere } from './voices-here.ts'

export type { VoiceNote }

/** What a note is about, before it is spoken. */
export type VoiceAbout = Omit<VoiceFacts, 'voice' | 'key'>

/** A note being spoken. */
export type Speaking = {
  readonly voice: VoiceId
  /** Seals a piece and lays it on the disk; false where the disk would not take it [S21]. */
  readonly lay: (piece: Bytes) => Promise<boolean>
}

export type Voices = {
  readonly notes: Watched<readonly VoiceNote[]>
  /** Begins a note; null where the disk would not take it. */
  readonly begin: (about: VoiceAbout) => Promise<Speaking | null>
  /** The sound of a note; null where neither this phone nor the server gives it now. */
  readonly hear: (note: VoiceNote) => Promise<Bytes | null>
  /** The person's own notes of a visit that the server has and this phone has not. */
  readonly askFar: (village: VillageCode, visit: VisitId) => Promise<readonly VoiceNote[]>
  /** Deletes a note here at once, and at the server with the next signal. */
  readonly drop: (note: OutKey) => Promise<void>
  /** Its diary was let go: notes that were not sent go with it. */
  readonly dropOf: (visit: VisitId) => Promise<void>
  /** Its diary became the record of another visit. */
  readonly move: (from: VisitId, to: VisitId) => Promise<void>
  readonly stop: () => void
}

/** Opens the voice notes of this device, and keeps them moving while this tab leads. */
export async function openVoices(ground: VoiceGround, engine: Engine, leads: () => boolean): Promise<Voices> {
  const here = await openVoicesHere(ground, engine)
  const moveOn = keepVoicesMoving(here, leads)
  const drop = async (note: OutKey): Promise<void> => {
    await dropHere(here, note)
    void moveOn()
  }
  return {
    notes: here.notes,
    begin: about => begin(here, about),
    hear: note => hear(here, note),
    askFar: (village, visit) => askFar(here, village, visit),
    drop,
    dropOf: async visit => {
      for (const note of here.notes.now())
        if (note.visit === visit && note.stands !== 'received') await drop(note)
    },
    move: (from, to) => move(here, from, to),
    stop: () => here.closed.abort(),
  }
}

async function begin(here: VoicesHere, about: VoiceAbout): Promise<Speaking | null> {
  const voice = newId<VoiceId>()
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const facts: VoiceFacts = { ...about, voice, key: toBase64(raw) }
  const spokenAt = here.engine.now()
  const own = await keyFrom(facts.key)
  try {
    const value: VoiceOut = { is: 'send', sealed: await here.sealFacts(facts), spokenAt }
    await here.commit({
      kept: { voice, value: { ...facts, spokenAt, receivedIn: null } },
      out: [{ key: outKey(facts), value }],
    })
  } catch {
    return null
  }
  let next = 0
  const lay = async (piece: Bytes): Promise<boolean> => {
    const number = next++
    try {
      const sealed = await sealBytes(own, placeOfPiece(voice, number), piece)
      await layPiece(here.db, { voice, number }, sealed)
      await here.look()
      return true
    } catch {
      return false
    }
  }
  return { voice, lay }
}

async function hear(here: VoicesHere, note: VoiceNote): Promise<Bytes | null> {
  const kept = here.read().kept.get(note.voice)
  const heard =
    kept === undefined
      ? await hearFar(note, here.closed.signal)
      : { key: kept.key, pieces: await readPieces(here.db, note.voice) }
  if (heard === null) return null
  const own = await keyFrom(heard.key)
  const open = await Promise.all(
    heard.pieces.map((piece, at) => unsealBytes(own, placeOfPiece(note.voice, at), piece)),
  )
  return joined(open)
}

async function askFar(here: VoicesHere, village: VillageCode, visit: VisitId): Promise<readonly VoiceNote[]> {
  const far = await askVoices({ village, visit }, here.closed.signal)
  const known = new Set(here.notes.now().map(({ voice }) => voice))
  return far.flatMap(({ voice, pieces }) =>
    known.has(voice) ? [] : [{ village, visit, voice, seconds: pieces, stands: 'far' as const }],
  )
}

/** Of a diary that is still being written the server has heard nothing, and need not be told. */
async function dropHere(here: VoicesHere, { village, visit, voice }: OutKey): Promise<void> {
  const { engine } = here
  const key = outKey({ village, visit, voice })
  const isUntold = here.out.now().has(key) && standingOf(engine.state(), village, visit) === 'being-written'
  const value: VoiceOut | null = isUntold ? null : { is: 'erase', spokenAt: engine.now() }
  await here.commit({ kept: { voice, value: null }, out: [{ key, value }], unheard: voice })
}

async function move(here: VoicesHere, from: VisitId, to: VisitId): Promise<void> {
  for (const kept of [...here.read().kept.values()].filter(({ visit }) => visit === from)) {
    if (isTold(kept)) continue
    const moved: VoiceKept = { ...kept, visit: to }
    const value: VoiceOut = {
      is: 'send',
      sealed: await here.sealFacts(moved),
      spokenAt: kept.spokenAt,
    }
    await here.commit({
      kept: { voice: kept.voice, value: moved },
      out: [
        { key: outKey(kept), value: null },
        { key: outKey(moved), value },
      ],
    })
  }
}

const keyFrom = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** In memory alone: a `Blob` may be laid on the disk by the browser, in the clear. */
function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
