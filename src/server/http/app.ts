import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController } from 'fastify'
import { serveAppFiles } from './app-files.ts'
import type { App, Context } from './context.ts'
import { answerFaults } from './faults.ts'
import { routes } from './routes.ts'
import { secure } from './security.ts'

/** What one request may bring unless its route says otherwise: one megabyte. */
const usualBody = 1024 * 1024

/** The web server, ready to listen (or to be asked in a test by `inject`). */
export async function buildApp(context: Context, appFolder: string): Promise<App> {
  const app: App = Fastify({
    loggerInstance: context.log,
    logController: new LogController({ disableRequestLogging: true }),
    // Who sits before us on this machine says truly how the request came in.
    trustProxy: 'loopback',
    bodyLimit: usualBody,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  answerFaults(app, context)
  await secure(app)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['gzip', 'br', 'deflate'] })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  logRequests(app, context)
  for (const concept of routes) concept(app, context)
  await serveAppFiles(app, appFolder)
  return app
}

/** One line a request: its route, not its address (a card's code is in that), and nothing about who asked. */
function logRequests(app: App, { log }: Context): void {
  app.addHook('onResponse', async (request, reply) => {
    log.debug({
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    })
  })
}
