import type { PersonId, VillageCode, VisitId } from '#domain/base/ids.ts'
import { piecesAtOnce, type VoiceHeard, type VoiceSent, type VoicesOfVisit } from '#sync/voice.ts'
import { fromBase64, toBase64 } from '../sealed/box.ts'
import type { Bytes } from '../store/cipher.ts'
import type { OutKey } from './voice-out.ts'

/** `later`: no signal, or its visit is not there yet. `declined`: the server will not take it however often it is sent. */
export type Sent = 'received' | 'later' | 'declined' | 'erased'

type Sending = {
  readonly as: PersonId
  /** Pieces as they lie sealed, from a number on. */
  readonly pieces: (from: number, most: number) => Promise<readonly Bytes[]>
  readonly signal: AbortSignal
}

/**
 * Sends a note in steps. The server says how many pieces it has, and the next step goes on there, so that a cut line
 * costs one step [S17].
 */
export async function sendVoice(
  about: Omit<VoiceSent, 'from' | 'pieces'>,
  { as, pieces, signal }: Sending,
): Promise<Sent> {
  let has = 0
  let step: readonly Bytes[] = []
  for (;;) {
    const body: VoiceSent = { ...about, from: has, pieces: step.map(toBase64) }
    const answer = await post(body, as, signal)
    if (answer.is !== 'taken') return answer.is
    if (answer.has >= about.of) return 'received'
    // A server that takes nothing of a step would be asked for ever.
    if (step.length > 0 && answer.has <= has) return 'later'
    has = answer.has
    step = await pieces(has, piecesAtOnce)
    if (step.length === 0) return 'later'
  }
}

type Answer = { readonly is: 'taken'; readonly has: number } | { readonly is: Exclude<Sent, 'received'> }

async function post(body: VoiceSent, as: PersonId, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch('/api/voices', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wuxin-person': as },
      body: JSON.stringify(body),
      signal,
    })
    const said: unknown = await response.json()
    const word = (name: string): unknown =>
      typeof said === 'object' && said !== null ? Reflect.get(said, name) : undefined
    if (response.ok) {
      const has = word('has')
      return typeof has === 'number' ? { is: 'taken', has } : { is: 'later' }
    }
    if (word('because') === 'voice-of-erased-family') return { is: 'erased' }
    return { is: refusedForGood.includes(response.status) ? 'declined' : 'later' }
  } catch {
    return { is: 'later' }
  }
}

const refusedForGood = [400, 403, 413]

/** Deletes a note at the server; whether it is known to be gone there. */
export async function eraseFar(at: OutKey, as: PersonId, signal: AbortSignal): Promise<boolean> {
  const answer = await fetch(addressIn(at), {
    method: 'DELETE',
    headers: { 'x-wuxin-person': as },
    signal,
  }).catch(() => null)
  return answer?.ok === true
}

/** The person's own notes of a visit at the server; none without a signal. */
export async function askVoices(
  { village, visit }: { readonly village: VillageCode; readonly visit: VisitId },
  signal: AbortSignal,
): Promise<VoicesOfVisit['voices']> {
  const answer = await fetch(`/api/voices/${village}/${visit}`, { signal, cache: 'no-store' }).catch(
    () => null,
  )
  if (answer?.ok !== true) return []
  const said: VoicesOfVisit | null = await answer.json().catch(() => null)
  return said?.voices ?? []
}

/** A note from the server, its pieces still sealed. */
export async function hearFar(
  at: OutKey,
  signal: AbortSignal,
): Promise<{ readonly key: string; readonly pieces: readonly Bytes[] } | null> {
  const answer = await fetch(addressIn(at), { signal, cache: 'no-store' }).catch(() => null)
  if (answer?.ok !== true) return null
  const said: VoiceHeard | null = await answer.json().catch(() => null)
  return said === null ? null : { key: said.key, pieces: said.pieces.map(fromBase64) }
}

const addressIn = ({ village, visit, voice }: OutKey): string => `/api/voices/${village}/${visit}/${voice}`
