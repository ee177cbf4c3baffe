import type { Coming, NoAnswer, Posted, Transport } from '#sync/engine/transport.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { SyncAnswer, SyncRequest } from '#sync/wire.ts'
import type { SyncAnswer1, SyncRequest1 } from '#sync/wire-1.ts'
import { readBody } from './read-body.ts'

/** How long a line may be silent before it counts as cut, in milliseconds: a thin line may be slow, but not dead. */
const longestSilence = 120_000

/** The way to the server that this page came from. When `closed` is aborted, all under way ends and nothing more goes out. */
export const httpTransport = (closed: AbortSignal): Transport => ({
  post: (request, as, coming) => send<SyncAnswer>(request, { as, coming, closed }),
  postOlder: (request, as, coming) => send<SyncAnswer1>(request, { as, coming, closed }),
  unzip: gzip => {
    const bytes = bytesOf(atob(gzip))
    const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Response(unzipped).text()
  },
})

type Sending = {
  readonly as: PersonId
  readonly coming: ((so: Coming) => void) | undefined
  readonly closed: AbortSignal
}

async function send<A>(request: SyncRequest | SyncRequest1, sending: Sending): Promise<Posted<A>> {
  const line = openLine(sending.closed)
  try {
    const response = await fetch('/api/sync', {
      method: 'POST',
      // A session of somebody else on this browser must not send this person's changes.
      headers: { 'content-type': 'application/json', 'x-wuxin-person': sending.as },
      body: JSON.stringify(request),
      signal: line.signal,
    })
    if (!response.ok) return { ok: false, because: whyNot(response.status) }
    const text = await readBody(response, so => {
      line.alive()
      sending.coming?.(so)
    })
    // A body that was cut is no JSON: it is as if it had not come [S17].
    return { ok: true, answer: JSON.parse(text) as A }
  } catch {
    return { ok: false, because: 'no-signal' }
  } finally {
    line.end()
  }
}

/** A line that is cut when the device is closed, and when it has been silent for too long. */
function openLine(closed: AbortSignal) {
  const cut = new AbortController()
  const abort = (): void => cut.abort()
  let silence = setTimeout(abort, longestSilence)
  if (closed.aborted) abort()
  closed.addEventListener('abort', abort)
  return {
    signal: cut.signal,
    alive: (): void => {
      clearTimeout(silence)
      silence = setTimeout(abort, longestSilence)
    },
    end: (): void => {
      clearTimeout(silence)
      closed.removeEventListener('abort', abort)
    },
  }
}

function whyNot(status: number): NoAnswer {
  if (status === 401) return 'signed-out'
  if (status === 410) return 'revoked'
  if (status === 409) return 'another-person'
  if (status === 426) return 'other-version'
  if (status === 429) return 'too-many'
  return status === 400 || status === 413 || status === 415 || status === 422
    ? 'not-understood'
    : 'server-trouble'
}

/** Letter by letter in a plain loop: a snapshot is a million of them. */
function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}
