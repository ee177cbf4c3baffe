import type { Actor } from '#domain/access/grants.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { SignInAnswer } from '../sync/session.ts'

type Refused = Extract<SignInAnswer, { ok: false }>
type SignedIn = { readonly ok: true; readonly actor: Actor; readonly recoveryKey: string | null } | Refused

/** What the server says of somebody who is signed in. */
type Me = {
  readonly actor: Actor
  readonly faces: readonly ('phone' | 'desk')[]
  /** A server from before there was such a key gives none [S19]. */
  readonly recoveryKey?: string
}

/** Signs in at the server, which keeps the session in a cookie of its own. Needs a signal. */
export async function signInAt(username: string, password: string): Promise<SignedIn> {
  const answer = await post('/api/auth/sign-in/username', { username, password })
  if (answer === null) return { ok: false, because: 'no-signal' }
  if (!answer.ok) return { ok: false, because: whyRefused(answer.status) }
  const me: Me | null = await answer.json().catch(() => null)
  if (me === null) return { ok: false, because: 'no-signal' }
  return me.faces.includes('phone')
    ? { ok: true, actor: me.actor, recoveryKey: me.recoveryKey ?? null }
    : { ok: false, because: 'not-a-phone-role' }
}

/** The server's public key, where this very person is signed in. Not even the address stays in the browser's cache. */
export async function askRecoveryKey(person: PersonId): Promise<string | null> {
  const answer = await fetch('/api/me', { cache: 'no-store' }).catch(() => null)
  const me: Me | null = answer?.ok ? await answer.json().catch(() => null) : null
  return me?.actor.id === person ? (me.recoveryKey ?? null) : null
}

/** Ends the session at the server, where it can be reached. */
export async function signOutAt(): Promise<void> {
  await post('/api/auth/sign-out', {})
}

function whyRefused(status: number): Refused['because'] {
  if (status === 429) return 'too-many-tries'
  return status >= 400 && status < 500 ? 'wrong-password' : 'server-trouble'
}

const post = (path: string, body: unknown): Promise<Response | null> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
