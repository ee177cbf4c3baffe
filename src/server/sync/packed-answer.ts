import type { FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { constants, gzip, type ZlibOptions } from 'node:zlib'
import type { SyncAnswer } from '#sync/wire.ts'

const zip = promisify(gzip)

/** What is smaller than this is sent as it is. */
const packedFrom = 1024

/**
 * How an answer is packed: lightly, since answers are many and short-lived, for a tenth more bytes than at best. Snapshots
 * are packed already; of their base64 only the third that it adds is taken off again, which costs a quarter.
 */
export const howToPack = ({ villages }: SyncAnswer): ZlibOptions =>
  villages.some(news => news.answer.is === 'snapshot')
    ? { level: 1, strategy: constants.Z_HUFFMAN_ONLY }
    : { level: 1 }

/** Sends an answer packed in one piece: one write, and no stream for what is in memory anyway. */
export async function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
  how: ZlibOptions,
): Promise<FastifyReply> {
  const text = JSON.stringify(answer)
  const isPacked = text.length >= packedFrom && takesGzip(request)
  void reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding')
  // Whatever is to be done about it is done here, and not once more behind.
  void reply.header('content-encoding', isPacked ? 'gzip' : 'identity')
  return reply.send(isPacked ? await zip(text, how) : text)
}

const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /(^|[\s,])gzip\s*(;\s*q=(1|0?\.\d*[1-9]))?\s*(,|$)/i.test(String(headers['accept-encoding'] ?? ''))
