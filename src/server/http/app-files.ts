import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './context.ts'
import { plainPage } from './plain-page.ts'
import { answerRefused } from './refusals.ts'

const year = 'public, max-age=31536000, immutable'

/**
 * The built app. What carries a hash in its name is kept for ever, all else is asked for anew; any address of the
 * app's own answers with the app, but never one below `/api` or `/k`, and none that looks like a file.
 */
export async function serveAppFiles(app: App, appFolder: string): Promise<void> {
  // Not built yet: what is built later is found there.
  await mkdir(appFolder, { recursive: true }).catch(() => undefined)
  await app.register(fastifyStatic, {
    root: appFolder,
    index: false,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders(reply, path) {
      void reply.header('cache-control', path.includes('/assets/') ? year : 'no-cache')
    },
  })
  app.get('/', (_, reply) => answerWithApp(reply, appFolder))
  app.setNotFoundHandler((request, reply) =>
    isAppAddress(request) ? answerWithApp(reply, appFolder) : answerRefused(reply, 'not-found'),
  )
}

function isAppAddress({ method, url }: FastifyRequest): boolean {
  const [path = ''] = url.split('?')
  return (method === 'GET' || method === 'HEAD') && !/^\/(api|k)(\/|$)/.test(path) && !/\.[^/]+$/.test(path)
}

function answerWithApp(reply: FastifyReply, appFolder: string): FastifyReply {
  void reply.header('cache-control', 'no-cache')
  if (existsSync(join(appFolder, 'index.html'))) return reply.sendFile('index.html')
  return reply.type('text/html; charset=utf-8').header('refresh', '3').send(plainPage(beingBuilt))
}

const beingBuilt = {
  zh: '五心正在准备页面，几秒钟后会自动打开。',
  en: 'Wuxin is getting its pages ready; they open by themselves in a few seconds.',
}
