/** What came of asking the server: its answer, or the word for why not. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: string }

type Sent = {
  readonly body?: unknown
  /** A file, sent as it is. */
  readonly file?: File
}

/** Asks the server this page came from; with a body or a file it sends them. `no-signal` where it cannot be reached. */
export async function ask<T>(path: string, sent?: Sent): Promise<Asked<T>> {
  const answer = await fetch(path, requestOf(sent)).catch(() => null)
  if (answer === null) return { ok: false, because: 'no-signal' }
  if (!answer.ok) return { ok: false, because: await whyNot(answer) }
  const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html')
  // The server answers each path in the one shape that the caller names.
  const value = (isPage ? await answer.text() : await answer.json()) as T
  return { ok: true, value }
}

function requestOf(sent: Sent | undefined): RequestInit {
  if (sent === undefined) return {}
  if (sent.file !== undefined)
    return { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: sent.file }
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent.body) }
}

async function whyNot(answer: Response): Promise<string> {
  const said: unknown = await answer.json().catch(() => null)
  return typeof said === 'object' && said !== null && 'because' in said ? String(said.because) : 'fault'
}
