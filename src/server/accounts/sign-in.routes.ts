import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { asId, type PersonId } from '#domain/base/ids.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { facesOf, loadActor } from './actor.ts'
import { shortestPassword } from './auth.ts'
import { passCookies } from './cookies.ts'

const signIn = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(128)),
})

const changePassword = z.strictObject({
  currentPassword: z.string().check(z.maxLength(128)),
  newPassword: z.string().check(z.minLength(shortestPassword), z.maxLength(128)),
})

/** So many tries at one account from one address in a quarter of an hour; and from one address at all accounts. */
const triesAtOneAccount = 10
const triesFromOneAddress = 300

/**
 * Signing in and out, and a new password of one's own. Of the accounts library's many routes only these are reachable:
 * there is no sign-up, and none that tells whether a name is known.
 */
export function signInRoutes(app: App, context: Context): void {
  const tries = countTries(app)
  app.post('/api/auth/sign-in/username', async (request, reply) => {
    const asked = signIn.safeParse(request.body)
    if (!asked.success) return answerRefused(reply, 'broken-request')
    if (await tries.areUp(request)) return answerRefused(reply, 'too-many-tries')
    const answer = await ask(context, request, '/sign-in/username', asked.data)
    const person = answer.ok ? await personIn(answer) : null
    const actor = person === null ? null : await loadActor(context.db, person)
    if (actor === null) return refuseSignIn(answer, reply)
    passCookies(answer.headers, reply)
    return { actor, faces: facesOf(actor.role) }
  })
  app.post('/api/auth/sign-out', async (request, reply) => {
    passCookies((await ask(context, request, '/sign-out', {})).headers, reply)
    return { ok: true }
  })
  app.post('/api/auth/change-password', async (request, reply) => {
    const asked = changePassword.safeParse(request.body)
    if (!asked.success) return answerRefused(reply, 'broken-request')
    if ((await context.actorOf(request)) === null) return answerRefused(reply, 'not-signed-in')
    if (await tries.areUp(request)) return answerRefused(reply, 'too-many-tries')
    const body = { ...asked.data, revokeOtherSessions: true }
    const answer = await ask(context, request, '/change-password', body)
    if (!answer.ok) return refuseSignIn(answer, reply)
    passCookies(answer.headers, reply)
    return { ok: true }
  })
}

/** Puts a request to the accounts library as it came, under the library's own path. */
function ask({ auth }: Context, request: FastifyRequest, path: string, body: unknown): Promise<Response> {
  const headers = fromNodeHeaders(request.headers)
  headers.delete('content-length')
  headers.delete('content-encoding')
  headers.set('content-type', 'application/json')
  const url = `${request.protocol}://${request.host}/api/auth${path}`
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}

const signedIn = z.object({ user: z.object({ id: z.string() }) })

async function personIn(answer: Response): Promise<PersonId | null> {
  const read = signedIn.safeParse(await answer.json())
  return read.success ? asId<PersonId>(read.data.user.id) : null
}

/** The same word whatever was wrong: nobody learns from it which names are known. */
function refuseSignIn(answer: Response, reply: FastifyReply): FastifyReply {
  if (answer.status >= 500) throw new Error(`the accounts answered ${answer.status}`)
  return answerRefused(reply, 'wrong-name-or-password')
}

function countTries(app: App) {
  const timeWindow = '15 minutes'
  const atAccount = app.createRateLimit({
    max: triesAtOneAccount,
    timeWindow,
    keyGenerator: request => `${request.ip} ${nameIn(request)}`,
  })
  const fromAddress = app.createRateLimit({ max: triesFromOneAddress, timeWindow })
  return {
    async areUp(request: FastifyRequest): Promise<boolean> {
      const [one, all] = [await atAccount(request), await fromAddress(request)]
      return [one, all].some(count => !count.isAllowed && count.isExceeded)
    },
  }
}

function nameIn({ body }: FastifyRequest): string {
  const asked = signIn.safeParse(body)
  return asked.success ? asked.data.username.trim().toLowerCase() : ''
}
