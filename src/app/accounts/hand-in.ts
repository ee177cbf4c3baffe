import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import {
  recordsAtOnce,
  rescueVersion,
  type RescueAnswer,
  type RescueWord,
  type SealedRecord,
} from '#sync/rescue.ts'

export type NotHandedIn = 'no-signal' | 'signed-out' | 'another-person' | 'revoked' | 'server-trouble'

export type HandedIn =
  | { readonly ok: true; readonly words: readonly RescueWord[] }
  | { readonly ok: false; readonly because: NotHandedIn }

type From = { readonly device: DeviceId; readonly person: PersonId }

/** So much goes in one request, in letters of base64; the server takes eight megabytes. */
const mostLetters = 6_000_000

/** Hands sealed records in to the server. Cut in the middle, all of it can be handed in again [S1] [S17]. */
export async function handIn(records: readonly SealedRecord[], from: From): Promise<HandedIn> {
  const words: RescueWord[] = []
  // In order: what depends on another was written after it.
  for (const some of inParts(records)) {
    const answer = await post(some, from)
    if (answer === null) return { ok: false, because: 'no-signal' }
    if (!answer.ok) return { ok: false, because: whyNot(answer.status) }
    const read: RescueAnswer | null = await answer.json().catch(() => null)
    if (read === null) return { ok: false, because: 'no-signal' }
    words.push(...read.words)
  }
  return { ok: true, words }
}

function inParts(records: readonly SealedRecord[]): readonly (readonly SealedRecord[])[] {
  const ordered = records.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const parts: SealedRecord[][] = []
  let letters = 0
  for (const record of ordered) {
    const last = parts.at(-1)
    letters += record.sealed.length
    if (last !== undefined && last.length < recordsAtOnce && letters <= mostLetters) last.push(record)
    else {
      parts.push([record])
      letters = record.sealed.length
    }
  }
  return parts
}

const post = (records: readonly SealedRecord[], { device, person }: From): Promise<Response | null> =>
  fetch('/api/rescue', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wuxin-person': person },
    body: JSON.stringify({ rescue: rescueVersion, device, records }),
  }).catch(() => null)

function whyNot(status: number): NotHandedIn {
  if (status === 401) return 'signed-out'
  if (status === 409) return 'another-person'
  return status === 410 ? 'revoked' : 'server-trouble'
}
