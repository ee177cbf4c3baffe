import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import type { Manner } from './frame.ts'
import { wordsFor } from './words.ts'

/**
 * Pages that anybody opens with a code: no script, forms of their own host alone, nothing of them kept by a browser, told
 * to another site or found by a search engine. A form may bring so many bytes.
 */
export function withoutScript(pages: App, bodyLimit: number): void {
  pages.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    async (_: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
  )
  pages.addHook('onRequest', closeToOthers)
}

export const send = (reply: FastifyReply, page: string): FastifyReply =>
  reply.type('text/html; charset=utf-8').send(page)

/** How a page is written for who asks: in the language of the link, else of the browser. */
export function mannerOf({ query, headers }: FastifyRequest): Manner {
  const { lang } = query as { readonly lang?: unknown } // one text, or several
  const asked = typeof lang === 'string' && /^(zh|en)/i.test(lang) ? lang : undefined
  const words = wordsFor(asked, headers['accept-language'])
  return { words, keep: asked === undefined ? '' : `?lang=${words.lang}` }
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

async function closeToOthers(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  void reply.headers({
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'x-frame-options': 'DENY',
  })
  // Which origin a form comes from is hidden by `no-referrer`; where a browser says how near it is, it is ours or none.
  const near = request.headers['sec-fetch-site']
  const isOurs = near === undefined || near === 'same-origin' || near === 'none'
  return request.method === 'POST' && !isOurs ? answerRefused(reply, 'other-site') : undefined
}
