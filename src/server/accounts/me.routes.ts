import type { Actor } from '#domain/access/grants.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { facesOf, type Face } from './actor.ts'

/** Who is signed in, with which tasks, and the faces of the app that go with it. */
export type Me = { readonly actor: Actor; readonly faces: readonly Face[] }

export function meRoutes(app: App, context: Context): void {
  app.get('/api/me', async (request, reply) => {
    const actor = await context.actorOf(request, reply)
    if (actor === null) return answerRefused(reply, 'not-signed-in')
    void reply.header('cache-control', 'no-store')
    return { actor, faces: facesOf(actor.role) } satisfies Me
  })
}
