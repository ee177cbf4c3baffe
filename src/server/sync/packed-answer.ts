import type { FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { constants, createGzip, gzip, type Gzip, type ZlibParams } from 'node:zlib'
import type { SyncAnswer } from '#sync/wire.ts'

const zip = promisify(gzip)

/** What is smaller than this is sent as it is. */
const packedFrom = 1024

/**
 * Lightly: answers are many and short-lived, and packing them at best costs nearly twice as much for a tenth fewer bytes.
 */
const level = 1

/** Sends an answer packed in one piece, with these parts of snapshots in it. */
export async function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
  parts: readonly string[],
): Promise<FastifyReply> {
  const text = JSON.stringify(answer)
  const isPacked = text.length >= packedFrom && takesGzip(request)
  void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  // Whatever is to be done about it is done here, and not once more behind.
  void reply.header('content-encoding', isPacked ? 'gzip' : 'identity')
  return reply.send(isPacked ? await pack(text, parts) : text)
}

const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /(^|[\s,])gzip\s*(;\s*q=(1|0?\.\d*[1-9]))?\s*(,|$)/i.test(String(headers['accept-encoding'] ?? ''))

/** The parts of snapshots in an answer, in the order in which they stand there. */
export const partsOf = ({ villages }: SyncAnswer): readonly string[] =>
  villages.flatMap(({ answer }) => (answer.is === 'snapshot' ? answer.parts : []))

/**
 * Packs a text with parts of snapshots in it, in the order in which they stand there. They are packed already: of their
 * base64 only the third that it adds is taken off again, at a quarter of the cost of looking for more.
 */
async function pack(text: string, parts: readonly string[]): Promise<Buffer> {
  if (parts.length === 0) return zip(text, { level })
  // Node can change how it packs on the way; its types tell that of other packings only.
  const packing = createGzip({ level }) as Gzip & ZlibParams
  const packed: Buffer[] = []
  const ended = new Promise((resolve, reject) => {
    packing
      .on('data', (chunk: Buffer) => packed.push(chunk))
      .on('end', resolve)
      .on('error', reject)
  })
  let at = 0
  for (const part of parts) {
    const begins = text.indexOf(part, at)
    // One after the other, since they stand so in the text.
    await write(packing, text.slice(at, begins), constants.Z_DEFAULT_STRATEGY)
    await write(packing, part, constants.Z_HUFFMAN_ONLY)
    at = begins + part.length
  }
  await write(packing, text.slice(at), constants.Z_DEFAULT_STRATEGY)
  packing.end()
  await ended
  return Buffer.concat(packed)
}

async function write(packing: Gzip & ZlibParams, text: string, strategy: number): Promise<void> {
  await new Promise<void>(resolve => packing.params(level, strategy, resolve))
  await new Promise<void>((resolve, reject) =>
    packing.write(text, fault => (fault ? reject(fault) : resolve())),
  )
}
