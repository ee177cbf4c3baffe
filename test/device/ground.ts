import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** A page for tests in a real browser: an entry of ours, built as the app is, at an address of this machine. */
export type Ground = { readonly address: string; readonly end: () => Promise<void> }

/** Answers what is asked below `/api`; false where it knows no answer. */
export type Api = (request: IncomingMessage, answer: ServerResponse) => Promise<boolean>

/** Builds the module `entry` and serves a page that runs it. */
export async function layGround(entry: string, api: Api = () => Promise.resolve(false)): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'wuxin-ground-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' },
      },
    },
  })
  const server = createServer((request, answer) => {
    void serve(folder, api, request, answer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    end: async () => {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const page = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>'

async function serve(
  folder: string,
  api: Api,
  request: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (pathname.startsWith('/api/')) {
    if (!(await api(request, answer))) answer.writeHead(404).end()
    return
  }
  if (pathname === '/') {
    answer.writeHead(200, { 'content-type': 'text/html' }).end(page)
    return
  }
  const script = await readFile(join(folder, pathname), 'utf8').catch(() => null)
  if (script === null) answer.writeHead(404).end()
  else answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
}
