import type { NoAnswer, Posted, Transport } from '#sync/engine/transport.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { SyncAnswer, SyncRequest } from '#sync/wire.ts'
import type { SyncAnswer1, SyncRequest1 } from '#sync/wire-1.ts'

/** How long a request may take before it counts as cut, in milliseconds: a first sync on a thin line is long. */
const longest = 120_000

/** The way to the server that this page came from. */
export const httpTransport: Transport = {
  post: (request, as) => send<SyncAnswer>(request, as),
  postOlder: (request, as) => send<SyncAnswer1>(request, as),
  unzip: gzip => {
    const bytes = bytesOf(atob(gzip))
    const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Response(unzipped).text()
  },
}

async function send<A>(request: SyncRequest | SyncRequest1, as: PersonId): Promise<Posted<A>> {
  const answer = await fetch('/api/sync', {
    method: 'POST',
    // A session of somebody else on this browser must not send this person's changes.
    headers: { 'content-type': 'application/json', 'x-wuxin-person': as },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(longest),
  }).catch(() => null)
  return answer === null ? { ok: false, because: 'no-signal' } : read(answer)
}

async function read<A>(response: Response): Promise<Posted<A>> {
  if (!response.ok) return { ok: false, because: whyNot(response.status) }
  // A body that was cut is no JSON: it is as if it had not come [S17].
  const answer: A | null = await response.json().catch(() => null)
  return answer === null ? { ok: false, because: 'no-signal' } : { ok: true, answer }
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
