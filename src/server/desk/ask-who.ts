import type { FastifyReply, FastifyRequest } from 'fastify'
import { holdsOn, type Actor } from '#domain/access/grants.ts'
import { dayOf, type Day, type Instant } from '#domain/base/days.ts'
import type { Role } from '#domain/base/people.ts'
import type { Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'

/** A request at the desk by somebody who may make it. */
export type Asked = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly actor: Actor
  readonly now: Instant
  readonly today: Day
}

/** Whether somebody in this role, with these tasks, may ask here at all; finer questions are the route's own. */
type May = (actor: Actor, today: Day) => boolean

/** A route for those who may: others are refused with 401 or 403 and a sentence. */
export const forThose =
  (context: Pick<Context, 'actorOf' | 'clock'>, may: May, answer: (asked: Asked) => Promise<unknown>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const actor = await context.actorOf(request, reply)
    if (actor === null) return answerRefused(reply, 'not-signed-in')
    const now = context.clock()
    const today = dayOf(now)
    if (!may(actor, today)) return answerRefused(reply, 'outside-grants')
    return answer({ request, reply, actor, now, today })
  }

/** Whether the actor sits in one of these roles. */
export const inRole =
  (...roles: readonly Role[]): May =>
  actor =>
    roles.includes(actor.role)

/** The areas (beginnings of division codes) the actor answers for on that day. */
export const areasOf = (actor: Actor, today: Day): readonly string[] =>
  actor.grants.flatMap(grant => (grant.is === 'area' && holdsOn(grant, today) ? [grant.prefix] : []))

/** Whether the office answers for all of this area (a beginning of a division code). */
export const answersFor = (actor: Actor, area: string, today: Day): boolean =>
  actor.role === 'office' && areasOf(actor, today).some(prefix => area.startsWith(prefix))

/** The villages in which the actor leads a team on that day. */
export const ledVillages = (actor: Actor, today: Day): readonly string[] =>
  actor.role !== 'team-leader'
    ? []
    : actor.grants.flatMap(grant => (grant.is === 'team' && holdsOn(grant, today) ? [grant.village] : []))
