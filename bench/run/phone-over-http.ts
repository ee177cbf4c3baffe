import { Agent, request } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, zstdDecompress } from 'node:zlib'

/** What a phone holds to ask: its session and its person. */
export type Asker = { readonly cookie: string; readonly person: string }

/** An answer as it came: still packed, so that unpacking, which is the phone's own work, costs this machine nothing meanwhile. */
export type Packed = {
  readonly status: number
  readonly encoding: string
  readonly bytes: Buffer
  readonly milliseconds: number
}

/** A way to the server over so many lines at most, kept open between requests. */
export function openLines(address: string, lines: number) {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: lines, maxFreeSockets: lines })
  const post = (asker: Asker, body: string): Promise<Packed> =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const bytes = Buffer.from(body)
      const headers = {
        'content-type': 'application/json',
        'content-length': bytes.length,
        // As Chromium sends it.
        'accept-encoding': 'gzip, deflate, br, zstd',
        cookie: asker.cookie,
        'x-wuxin-person': asker.person,
      }
      const asked = request(
        { agent, hostname, port, path: '/api/sync', method: 'POST', headers, timeout: 120_000 },
        answer => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              encoding: answer.headers['content-encoding'] ?? '',
              bytes: Buffer.concat(chunks),
              milliseconds: performance.now() - began,
            }),
          )
        },
      )
      asked.on('error', reject)
      asked.on('timeout', () => asked.destroy(new Error('no answer for two minutes')))
      asked.end(bytes)
    })
  return { post, close: () => agent.destroy() }
}

const unpacking = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
}

/** The text of an answer, unpacked. */
export async function textOf({ encoding, bytes }: Packed): Promise<string> {
  if (encoding === '') return bytes.toString('utf8')
  if (encoding === 'gzip' || encoding === 'br' || encoding === 'zstd')
    return (await unpacking[encoding](bytes)).toString('utf8')
  throw new Error(`packed as ${encoding}`)
}

/** Does the work of all, at most so many at a time, in order of their places. */
export async function together<T>(
  all: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < all.length) {
      const one = all[next]
      next += 1
      if (one !== undefined) await act(one)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker))
}
