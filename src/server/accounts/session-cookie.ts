import { createHmac, timingSafeEqual } from 'node:crypto'

/** The cookie a session comes with, by the prefix `auth.ts` gives it. */
const sessionCookie = /(?:^|;\s*)wuxin\.session_token=([^;]*)/

/**
 * The token in a request's session cookie (`token.signature`, as the accounts library signs it), where the signature is
 * this server's; null where it is not. Whether there is such a session the database says.
 */
export function tokenOf(cookies: string, secret: string): string | null {
  const cookie = decoded(sessionCookie.exec(cookies)?.[1] ?? '')
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const token = cookie.slice(0, dot)
  const signed = Buffer.from(cookie.slice(dot + 1), 'base64')
  const ours = createHmac('sha256', secret).update(token).digest()
  return signed.length === ours.length && timingSafeEqual(signed, ours) ? token : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
