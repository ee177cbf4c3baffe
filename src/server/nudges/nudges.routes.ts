import type { ServerResponse } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '#domain/access/grants.ts'
import { audienceFor } from '#domain/access/may-see.ts'
import { dayOf } from '#domain/base/days.ts'
import type { Context, Routes } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { listenToVillages, type Listening, type Moved } from './listen.ts'

/** How often a stream shows that it lives, and looks whether its session does. */
const heartbeat = 20_000

/**
 * Tells devices that are online which of their villages have moved, as server-sent events: `{"village","head"}`, or
 * `{"village":null}` when any may have moved. A nudge carries nothing else; what moved is pulled by `/api/sync`.
 */
export const nudgeRoutesEvery =
  (milliseconds: number): Routes =>
  (app, context) => {
    const streams = new Set<Stream>()
    let listening: Listening | null = null
    const tell = (moved: Moved) => streams.forEach(stream => nudge(stream, moved, context))
    app.addHook('preClose', async () => {
      for (const stream of streams) stream.response.end()
      await listening?.stop()
    })
    app.get('/api/nudges', async (request, reply) => {
      const actor = await context.actorOf(request, reply)
      if (actor === null) return answerRefused(reply, 'not-signed-in')
      listening ??= listenToVillages(context.databaseUrl, tell)
      reply.hijack()
      // The headers set so far are the ones that keep the page safe; the cookie among them is passed on too.
      reply.raw.writeHead(200, { ...headersOf(reply.getHeaders()), ...streaming })
      const stream: Stream = { request, response: reply.raw, actor }
      open(stream, streams, milliseconds, context)
      return reply
    })
  }

export const nudgeRoutes: Routes = nudgeRoutesEvery(heartbeat)

type Stream = { readonly request: FastifyRequest; readonly response: ServerResponse; actor: Actor }

const streaming = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

const headersOf = (headers: Record<string, number | string | string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

function open(stream: Stream, streams: Set<Stream>, milliseconds: number, context: Context): void {
  const beat = setInterval(() => void stillThere(stream, context), milliseconds)
  stream.response.on('close', () => {
    clearInterval(beat)
    streams.delete(stream)
  })
  streams.add(stream)
  nudge(stream, null, context)
}

function nudge({ response, actor }: Stream, moved: Moved, { clock }: Context): void {
  if (moved !== null && audienceFor(actor, moved.village, dayOf(clock())) === null) return
  response.write(`data: ${JSON.stringify(moved ?? { village: null })}\n\n`)
}

/** A heartbeat; the stream ends with its session, and follows the person's tasks. A database that is away ends nothing. */
async function stillThere(stream: Stream, context: Context): Promise<void> {
  try {
    const actor = await context.actorOf(stream.request)
    if (actor === null) return void stream.response.end()
    stream.actor = actor
  } catch (fault) {
    context.log.debug({ fault }, 'a stream could not be looked after')
  }
  stream.response.write(': still here\n\n')
}
