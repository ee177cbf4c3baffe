import type { Actor } from '#domain/access/grants.ts'
import type { Db } from '../db/database.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { recoveryKeyOf } from '../rescue/recovery-key.ts'
import { facesOf, type Face } from './actor.ts'

/**
 * Who is signed in, with which tasks, and the faces of the app that go with it; and the host's public key, to which a
 * device seals what it has not sent yet.
 */
export type Me = { readonly actor: Actor; readonly faces: readonly Face[]; readonly recoveryKey: string }

export const presentMe = async (db: Db, actor: Actor): Promise<Me> => ({
  actor,
  faces: facesOf(actor.role),
  recoveryKey: await recoveryKeyOf(db),
})

export function meRoutes(app: App, context: Context): void {
  app.get('/api/me', async (request, reply) => {
    const actor = await context.actorOf(request, reply)
    if (actor === null) return answerRefused(reply, 'not-signed-in')
    return presentMe(context.db, actor)
  })
}
