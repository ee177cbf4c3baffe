import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { groupedCode, readCode } from '../cards/code.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { takeAnswer } from './answer.ts'
import { askCodePage } from './ask-code.page.ts'
import { cardPage } from './card.page.ts'
import { openDoor, type Door, type GoodCard } from './door.ts'
import { erasedPage } from './erased.page.ts'
import type { Manner } from './frame.ts'
import { gather, gatherOffice, type Gathered } from './gather.ts'
import { keptPage } from './kept.page.ts'
import { isSaid, notTakenPage, saidPage } from './said.page.ts'
import { style } from './style.ts'
import { mannerOf, send, withoutScript } from './without-script.ts'

const said = z.object({
  says: z.enum(['solved', 'not-solved', 'rather-not-say']),
  page: z.string().check(z.regex(/^[\w-]{1,64}$/)),
})
const typed = z.object({ code: z.string().check(z.maxLength(200)) })
const place = z.object({ at: z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)) })

/**
 * The household's page [H22]: `GET /k` asks for a code, `GET /k/:code` is the page, `GET /k/:code/kept` all that is
 * kept, `POST /k/:code/answers/:at` takes the household's word on one of its matters. HTML without any script; nothing
 * of it is kept by a browser, told to another site or found by a search engine.
 */
export function cardPageRoutes(app: App, context: Context): void {
  const door = openDoor(context.db)
  void app.register(async pages => {
    withoutScript(pages, 4096)
    pages.get('/k/card.css', (_, reply) => answerStyle(reply))
    pages.get('/k', async (request, reply) => send(reply, await askCode(context, request, 'nothing')))
    pages.post('/k', async (request, reply) => toCard(context, request, reply))
    pages.get('/k/:code', withCard(context, door, cardPage))
    pages.get('/k/:code/kept', withCard(context, door, keptPage))
    pages.get('/k/:code/answers/:at', withCard(context, door, answerShown))
    pages.post('/k/:code/answers/:at', async (request, reply) => hearAnswer(context, door, request, reply))
  })
}

const answerStyle = (reply: FastifyReply): FastifyReply =>
  reply
    .type('text/css; charset=utf-8')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .send(style)

/** The page that asks for a code; a wrong one leads here too, whatever is wrong with it. */
const askCode = async (
  { db }: Context,
  request: FastifyRequest,
  after: 'nothing' | 'wrong' | 'too-many',
): Promise<string> => askCodePage(mannerOf(request), await gatherOffice(db), after)

/** What was typed becomes an address; whether it is anybody's is asked there. */
async function toCard(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const read = typed.safeParse(request.body)
  const code = read.success ? read.data.code.trim() : ''
  if (code === '') return send(reply.status(400), await askCode(context, request, 'nothing'))
  const written = readCode(code) ?? code.slice(0, 60)
  return reply.redirect(`/k/${encodeURIComponent(written)}${mannerOf(request).keep}`, 303)
}

type Show = (manner: Manner, gathered: Gathered, address: string, request: FastifyRequest) => string | null

/** Shows a page of the household whose card's code is in the address. */
const withCard =
  (context: Context, door: Door, show: Show) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const opened = await open(context, door, request)
    if ('refused' in opened) return refuseCode(context, request, reply, opened.refused)
    const { gathered, address } = opened
    const manner = mannerOf(request)
    const page = erasedPage(manner, gathered, address) ?? show(manner, gathered, address, request)
    return page === null ? answerRefused(reply, 'not-found') : send(reply, page)
  }

type Open =
  | { readonly card: GoodCard; readonly gathered: Gathered; readonly address: string }
  | { readonly refused: 'wrong' | 'too-many' }

async function open(context: Context, door: Door, request: FastifyRequest): Promise<Open> {
  const { code } = request.params as { readonly code: string } // the route names it
  const opened = await door(request.ip, code)
  if (opened.is !== 'open') return { refused: opened.is }
  const gathered = await gather(context, opened.card)
  if (gathered === null) return { refused: 'wrong' }
  const written = groupedCode(readCode(code) ?? '').replaceAll(' ', '-')
  return { card: opened.card, gathered, address: `/k/${written}` }
}

async function refuseCode(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  why: 'wrong' | 'too-many',
): Promise<FastifyReply> {
  if (why === 'too-many') void reply.header('retry-after', '600')
  return send(reply.status(why === 'wrong' ? 404 : 429), await askCode(context, request, why))
}

function answerShown(
  manner: Manner,
  gathered: Gathered,
  address: string,
  request: FastifyRequest,
): string | null {
  const need = needAt(gathered, request)
  if (need === null) return null
  return isSaid(need) ? saidPage(manner, gathered, { address, need }) : cardPage(manner, gathered, address)
}

function needAt({ card }: Gathered, request: FastifyRequest) {
  const named = place.safeParse(request.params)
  const needs = [...card.awaiting, ...card.open, ...card.ended]
  return needs.find(({ at }) => named.success && at === named.data.at) ?? null
}

/** Takes the answer and leads to what was said, so that loading that page again says nothing twice. */
async function hearAnswer(
  context: Context,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const opened = await open(context, door, request)
  if ('refused' in opened) return refuseCode(context, request, reply, opened.refused)
  const { card, gathered, address } = opened
  const manner = mannerOf(request)
  const gone = erasedPage(manner, gathered, address)
  if (gone !== null) return send(reply, gone)
  const read = said.safeParse(request.body)
  const need = needAt(gathered, request)
  if (!read.success)
    return send(reply.status(400), notTakenPage(manner, gathered, { address, because: 'broken-request' }))
  const because =
    need === null ? 'unknown-need' : await takeAnswer(context, card, { at: need.at, ...read.data })
  if (need === null || because !== null)
    return send(
      reply.status(409),
      notTakenPage(manner, gathered, { address, because: because ?? 'unknown-need' }),
    )
  return reply.redirect(`${address}/answers/${need.at}${manner.keep}`, 303)
}
