import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { asId, type PersonId } from '#domain/base/ids.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { countTries } from '../http/tries.ts'
import { loadActor } from './actor.ts'
import { shortestPassword } from './auth.ts'
import { passCookies } from './cookies.ts'
import { presentMe } from './me.routes.ts'

const signIn = z.strictObject({
  username: z.string().check(z.minLength(1), z.maxLength(100)),
  password: z.string().check(z.minLength(1), z.maxLength(128)),
})

const changePassword = z.strictObject({
  currentPassword: z.string().check(z.maxLength(128)),
  newPassword: z.string().check(z.minLength(shortestPassword), z.maxLength(128)),
})

/** So many failed tries at one account from one address in a quarter of an hour; and from one address at all accounts. */
const triesAtOneAccount = 10
const triesFromOneAddress = 300

/**
 * Signing in and out, and a new password of one's own. Of the accounts library's many routes only these are reachable:
 * there is no sign-up, and none that tells whether a name is known.
 */
export function signInRoutes(app: App, context: Context): void {
  const failures = countFailures()
  app.post('/api/auth/sign-in/username', async (request, reply) => {
    const asked = signIn.safeParse(request.body)
    if (!asked.success) return answerRefused(reply, 'broken-request')
    const name = nameOf(asked.data.username)
    if (!failures.mayTry(request, name)) return answerRefused(reply, 'too-many-tries')
    const answer = await ask(context, request, '/sign-in/username', asked.data)
    const person = answer.ok ? await personIn(answer) : null
    const actor = person === null ? null : await loadActor(context.db, person)
    if (actor === null) return refuseSignIn(answer, reply)
    failures.succeeded(request, name)
    passCookies(answer.headers, reply)
    return presentMe(context.db, actor)
  })
  app.post('/api/auth/sign-out', async (request, reply) => {
    passCookies((await ask(context, request, '/sign-out', {})).headers, reply)
    return { ok: true }
  })
  app.post('/api/auth/change-password', async (request, reply) => {
    const asked = changePassword.safeParse(request.body)
    if (!asked.success) return answerRefused(reply, 'broken-request')
    const actor = await context.actorOf(request)
    if (actor === null) return answerRefused(reply, 'not-signed-in')
    if (!failures.mayTry(request, actor.id)) return answerRefused(reply, 'too-many-tries')
    const body = { ...asked.data, revokeOtherSessions: true }
    const answer = await ask(context, request, '/change-password', body)
    if (!answer.ok) return refuseSignIn(answer, reply)
    failures.succeeded(request, actor.id)
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

const quarterOfAnHour = 15 * 60_000

/** Counts what fails: people who know their password are never held up. */
function countFailures() {
  const atAccount = countTries({ most: triesAtOneAccount, milliseconds: quarterOfAnHour })
  const fromAddress = countTries({ most: triesFromOneAddress, milliseconds: quarterOfAnHour })
  return {
    mayTry: ({ ip }: FastifyRequest, name: string): boolean =>
      [atAccount.take(`${ip} ${name}`), fromAddress.take(ip)].every(Boolean),
    succeeded({ ip }: FastifyRequest, name: string): void {
      atAccount.giveBack(`${ip} ${name}`)
      fromAddress.giveBack(ip)
    },
  }
}

const nameOf = (username: string): string => username.trim().toLowerCase()
