import type { RescueAnswer } from '#sync/rescue.ts'
import { rescueRequest } from '#sync/rescue.schema.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { takeIn } from './take-in.ts'

/** What one handing in may bring: eight megabytes. More is handed in several times. */
const largestRescue = 8 * 1024 * 1024

/** Handing in what a device had sealed to the recovery key: after a lost key, or from a rescue file [S5] [S21]. */
export function rescueRoutes(app: App, context: Context): void {
  app.post('/api/rescue', { bodyLimit: largestRescue }, async (request, reply) => {
    const actor = await context.actorOf(request, reply)
    if (actor === null) return answerRefused(reply, 'not-signed-in')
    // A session of somebody else on the same browser must not hand it in as theirs [S12].
    const meant = request.headers['x-wuxin-person']
    if (meant !== undefined && meant !== actor.id) return answerRefused(reply, 'another-person')
    const asked = rescueRequest.safeParse(request.body)
    if (!asked.success) return answerRefused(reply, 'broken-request')
    const { records, device } = asked.data
    const words = await takeIn(context.db, records, { actor, device, now: context.clock() })
    return { words } satisfies RescueAnswer
  })
}
