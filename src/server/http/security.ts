import helmet from '@fastify/helmet'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './context.ts'
import { answerRefused } from './refusals.ts'

/**
 * Everything comes from this host alone, with the internet cut off as well. Style may stand in the page (the desk's
 * components write theirs at run time), script may not; WebAssembly is what derives the key of the phone's store.
 */
export async function secure(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Whether the host is reached by https is for the proxy before it to say.
    strictTransportSecurity: false,
    // Both mean something only under https; elsewhere browsers only complain.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  app.addHook('onRequest', keepOutOfCaches)
  app.addHook('onRequest', refuseOtherSites)
}

/** No answer of the server lies in a browser's cache, not even which were asked for [S14]. */
async function keepOutOfCaches({ url }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
}

// No position of a person, ever [F4].
const permissions =
  'microphone=(self), geolocation=(), accelerometer=(), gyroscope=(), magnetometer=(), usb=(), payment=()'

/** What changes something comes from our own pages: an `Origin` of another host is refused. */
async function refuseOtherSites(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  void reply.header('permissions-policy', permissions)
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  return isOwnOrigin(request) ? undefined : answerRefused(reply, 'other-site')
}

function isOwnOrigin({ headers }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false
  const { origin } = headers
  if (origin === undefined || origin === 'null') return headers['sec-fetch-site'] !== 'cross-site'
  return ownOrigins(headers.host ?? '').includes(origin)
}

/** The origins under which a host is reached, directly or through a proxy that ends https. */
export const ownOrigins = (host: string): readonly string[] => [`http://${host}`, `https://${host}`]
