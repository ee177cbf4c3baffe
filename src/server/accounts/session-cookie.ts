import { createHmac, timingSafeEqual } from 'node:crypto'

/** The cookie a session comes with, by the prefix `auth.ts` gives it. */
export const sessionCookie = 'wuxin.session_token'

/**
 * The token in a session's cookie (`token.signature`, as the accounts library signs it), where the signature is this
 * server's; null where it is not. Whether there is such a session the database says.
 */
export function tokenOf(cookie: string | undefined, secret: string): string | null {
  const dot = cookie?.lastIndexOf('.') ?? -1
  if (cookie === undefined || dot < 1) return null
  const token = cookie.slice(0, dot)
  const signed = Buffer.from(cookie.slice(dot + 1), 'base64')
  const ours = createHmac('sha256', secret).update(token).digest()
  return signed.length === ours.length && timingSafeEqual(signed, ours) ? token : null
}
