import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type { Auth } from '../accounts/auth.ts'
import type { Db } from '../db/database.ts'

/** What tells the time; the only place where a clock is read is the start of the program. */
export type Clock = () => Instant

export type Log = FastifyBaseLogger

/** The web server as a concept's routes see it. */
export type App = FastifyInstance

/** All that routes work with. It is made once at the start and passed on. */
export type Context = {
  readonly db: Db
  readonly pool: pg.Pool
  readonly databaseUrl: string
  readonly clock: Clock
  readonly auth: Auth
  /**
   * Who asks, with the tasks held; null when nobody is signed in. `reply` takes the cookie that keeps a session in use alive.
   */
  readonly actorOf: (request: FastifyRequest, reply?: FastifyReply) => Promise<Actor | null>
  readonly log: Log
}

/** The routes of one concept, written down in `routes.ts`. */
export type Routes = (app: App, context: Context) => void
