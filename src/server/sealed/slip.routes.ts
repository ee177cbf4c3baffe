import type { FastifyReply, FastifyRequest } from 'fastify'
import { addDays, parseDay } from '#domain/base/days.ts'
import { letterKeptForDays } from '#domain/sealed/letter.ts'
import { readReceipt } from '#domain/sealed/receipt.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { countTries } from '../http/tries.ts'
import { openAnswer, receiptOf } from './answer.ts'
import { hasTurns, selectByReceipt } from './sealed.sql.ts'
import { slipPage, type Standing } from './slip.page.ts'

/** So many tries from one address in ten minutes; eighty bits are not guessed anyway. */
const most = { most: 20, milliseconds: 600_000 }

/**
 * `GET /r` asks for the code on a slip, `POST /r` says how it stands and reads out the answer. No code stands in an
 * address, no page says what it is about, nothing is kept by a browser; asking leaves nothing here either.
 */
export function slipRoutes(app: App, { db }: Context): void {
  const tries = countTries(most)
  void app.register(async pages => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 1024 },
      async (_: FastifyRequest, body: string) => Object.fromEntries(new URLSearchParams(body)),
    )
    pages.get('/r', async (_, reply) => send(reply, { is: 'asked' }))
    pages.post('/r', async (request, reply) => {
      // A form without an origin (no-referrer) is ours; where a browser says how near it is, it must be.
      if (request.headers['sec-fetch-site'] === 'same-site') return answerRefused(reply, 'other-site')
      if (!tries.take(request.ip)) return send(reply.status(429), { is: 'too-many' })
      const code = readReceipt(codeIn(request.body))
      return send(reply, code === null ? { is: 'unknown' } : await standingOf(code))
    })
  })

  async function standingOf(code: string): Promise<Standing> {
    const letter = await selectByReceipt(db, receiptOf(code))
    if (letter === undefined) return { is: 'unknown' }
    if (letter.answer === null && letter.closed_on !== null) return { is: 'closed' }
    if (letter.answer === null) return { is: (await hasTurns(db, letter.id)) ? 'being-read' : 'received' }
    const words = await openAnswer(code, letter.answer)
    return words === null
      ? { is: 'received' }
      : { is: 'answered', words, until: keptUntil(letter.answered_on) }
  }
}

/** Until when an answer can be asked for, as it is read. */
const keptUntil = (answeredOn: string | null): string => {
  const day = parseDay(answeredOn ?? '')
  return day === null ? '' : addDays(day, letterKeptForDays)
}

const codeIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code.slice(0, 60)
    : ''

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const send = (reply: FastifyReply, standing: Standing): FastifyReply =>
  reply
    .headers({
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    .type('text/html; charset=utf-8')
    .send(slipPage(standing))
