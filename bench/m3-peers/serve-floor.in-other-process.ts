import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Client } from 'pg'

/** One select of all states, packed, and the page that asks for it: `serve-floor.in-other-process.ts PAGES`. */
const [pages = ''] = process.argv.slice(2)
const client = new Client({ connectionString: process.env['DATABASE_URL'] })
await client.connect()
const pack = promisify(gzip)

const server = createServer((request, answer) => {
  void reply(request.url ?? '').then(([type, body, encoding]) => {
    answer.writeHead(200, {
      'content-type': type,
      ...(encoding === '' ? {} : { 'content-encoding': encoding }),
    })
    answer.end(body)
  })
})

async function reply(path: string): Promise<readonly [type: string, body: Buffer, encoding: string]> {
  if (path !== '/floor') {
    const name = path === '/' ? 'index.html' : path
    const body = await readFile(join(pages, name)).catch(() => Buffer.alloc(0))
    return [name.endsWith('.js') ? 'text/javascript' : 'text/html', body, '']
  }
  const { rows } = await client.query<{ all: string }>(
    `select '[' || string_agg(state::text, ',') || ']' as all from households`,
  )
  return ['application/json', await pack(rows[0]?.all ?? '[]'), 'gzip']
}

server.listen(0, '127.0.0.1', () =>
  console.log(`open at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)
process.on('SIGTERM', () => process.exit(0))
