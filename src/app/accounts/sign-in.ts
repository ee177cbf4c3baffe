import type { Actor } from '#domain/access/grants.ts'
import type { SignInAnswer } from '../sync/session.ts'

type Refused = Extract<SignInAnswer, { ok: false }>
type SignedIn = { readonly ok: true; readonly actor: Actor } | Refused

/** What the server says of somebody who is signed in. */
type Me = { readonly actor: Actor; readonly faces: readonly ('phone' | 'desk')[] }

/** Signs in at the server, which keeps the session in a cookie of its own. Needs a signal. */
export async function signInAt(username: string, password: string): Promise<SignedIn> {
  const answer = await post('/api/auth/sign-in/username', { username, password })
  if (answer === null) return { ok: false, because: 'no-signal' }
  if (!answer.ok) return { ok: false, because: whyRefused(answer.status) }
  const me: Me | null = await answer.json().catch(() => null)
  if (me === null) return { ok: false, because: 'no-signal' }
  return me.faces.includes('phone')
    ? { ok: true, actor: me.actor }
    : { ok: false, because: 'not-a-phone-role' }
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
