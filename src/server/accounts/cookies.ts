import type { FastifyReply } from 'fastify'

/** Passes the accounts' cookies on; where the request came by https, they are for https alone. */
export function passCookies(headers: Headers, reply: FastifyReply): void {
  const secure = reply.request.protocol === 'https' ? '; Secure' : ''
  for (const cookie of headers.getSetCookie()) void reply.header('set-cookie', `${cookie}${secure}`)
}
