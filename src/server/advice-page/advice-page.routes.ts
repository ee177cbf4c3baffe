import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { dayOf } from '#domain/base/days.ts'
import { sentences, words } from '#domain/base/fields.schema.ts'
import { timesOfDay } from '#domain/visits/visit.ts'
import { neighbourhoodOf, wrongCodes } from '../card-page/door.ts'
import { mannerOf, send, withoutScript } from '../card-page/without-script.ts'
import { digestOfCode, groupedCode, readCode } from '../cards/code.ts'
import type { App, Context } from '../http/context.ts'
import { countTries } from '../http/tries.ts'
import { selectLink, type LinkRow } from './advice-links.sql.ts'
import { askPage, noLinkPage, type After } from './ask.page.ts'
import { gatherAsked, type AskedAll } from './gather.ts'
import { takeAdvice } from './take-advice.ts'

const none = z.literal('')
const said = z.object({
  when: z._default(z.union([z.enum(timesOfDay), none]), ''),
  address: z._default(words, ''),
  mindful: z._default(words, ''),
  words: z._default(sentences, ''),
  leaveAlone: z._default(z.union([z.enum(['no', 'yes', 'unclear']), none]), ''),
})

export type Said = z.infer<typeof said>

const place = z.object({ at: z.coerce.number().check(z.int(), z.gte(1), z.lte(100)) })

/**
 * The page of a link with a one-day code [H2]: `GET /a/:code` asks how to come to a few families, `POST /a/:code/:at`
 * takes what is said of one of them. Whose door, when, who comes, and nothing else; over after a day, or when all is said.
 */
export function advicePageRoutes(app: App, context: Context): void {
  const door = openLinks(context)
  void app.register(async pages => {
    withoutScript(pages, 32 * 1024)
    pages.get('/a', async (request, reply) => refuse(request, reply, 'wrong'))
    pages.get('/a/:code', async (request, reply) => {
      const opened = await door(request)
      return 'refused' in opened
        ? refuse(request, reply, opened.refused)
        : send(reply, pageOf(context, request, opened, 'nothing'))
    })
    pages.post('/a/:code/:at', async (request, reply) => {
      const opened = await door(request)
      return 'refused' in opened
        ? refuse(request, reply, opened.refused)
        : hear(context, request, reply, opened)
    })
  })
}

type Good = { readonly link: LinkRow; readonly asked: AskedAll; readonly address: string }
type Opened = Good | { readonly refused: 'wrong' | 'too-many' }

/** Wrong codes are counted by neighbourhood; a right one never counts. */
function openLinks({ db, clock }: Context): (request: FastifyRequest) => Promise<Opened> {
  const tries = countTries({ most: wrongCodes.toldOff, milliseconds: wrongCodes.within })
  const all = countTries({ most: wrongCodes.everywhere, milliseconds: wrongCodes.within })
  return async request => {
    const from = neighbourhoodOf(request.ip)
    const isCalm = [tries.take(from), all.take('everywhere')].every(Boolean)
    if (!isCalm) return { refused: 'too-many' }
    const { code } = request.params as { readonly code: string } // the route names it
    const now = clock()
    const read = readCode(code)
    // What is no code is looked up all the same: a wrong one takes the same way whatever is wrong with it.
    const link = await selectLink(db, digestOfCode(read ?? `no code: ${code}`), now)
    if (link === undefined || read === null) return { refused: 'wrong' }
    tries.giveBack(from)
    all.giveBack('everywhere')
    const asked = await gatherAsked(db, link, dayOf(now))
    return { link, asked, address: `/a/${groupedCode(read).replaceAll(' ', '-')}` }
  }
}

const pageOf = ({ clock }: Context, request: FastifyRequest, { asked, address }: Good, after: After) =>
  askPage(mannerOf(request), { asked, address, today: dayOf(clock()) }, after)

const refuse = (request: FastifyRequest, reply: FastifyReply, why: 'wrong' | 'too-many'): FastifyReply =>
  send(
    reply.status(why === 'wrong' ? 404 : 429).headers(why === 'wrong' ? {} : { 'retry-after': '600' }),
    noLinkPage(mannerOf(request), why),
  )

/** Takes what was said, and leads back to the page: loading it again says nothing twice. */
async function hear(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  good: Good,
): Promise<FastifyReply> {
  const named = place.safeParse(request.params)
  const family = good.asked.families.find(({ at }) => named.success && at === named.data.at)
  const { data } = said.safeParse(request.body ?? {})
  if (family?.isAnswered === true) return reply.redirect(`${good.address}${mannerOf(request).keep}`, 303)
  if (data === undefined || Object.values(data).every(value => value.trim() === ''))
    return send(reply.status(400), pageOf(context, request, good, 'empty'))
  if (family === undefined || !(await takeAdvice(context, good.link, family, data)))
    return send(reply.status(409), pageOf(context, request, good, 'not-taken'))
  return reply.redirect(`${good.address}${mannerOf(request).keep}`, 303)
}
