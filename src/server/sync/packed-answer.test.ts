import Fastify from 'fastify'
import { randomBytes } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { SyncAnswer } from '#sync/wire.ts'
import { partsOf, sendPacked } from './packed-answer.ts'

const parts = [40_000, 3, 0].map(bytes => randomBytes(bytes).toString('base64')).filter(part => part !== '')
const stories = Array.from({ length: 200 }, (_, visit) => ({
  visit,
  text: '守田叔在院坝劈柴，桂香婶泡了茶。',
}))

/** Of an answer only what packing looks at. */
const withSnapshot = {
  wire: 2,
  villages: [
    { code: 'a', answer: { is: 'unchanged' }, diaries: [] },
    { code: 'b', answer: { is: 'snapshot', parts }, diaries: stories },
  ],
} as unknown as SyncAnswer

async function sent(answer: SyncAnswer, headers: Readonly<Record<string, string>>) {
  const app = Fastify()
  app.get('/', (request, reply) => sendPacked(request, reply, answer, partsOf(answer)))
  const { rawPayload, headers: said } = await app.inject({ url: '/', headers })
  return { bytes: rawPayload, encoding: said['content-encoding'] }
}

test('[S17] an answer with parts of a snapshot unpacks to what it was, and weighs hardly more than they did packed', async () => {
  const { bytes, encoding } = await sent(withSnapshot, { 'accept-encoding': 'gzip, deflate, br, zstd' })
  expect(encoding).toBe('gzip')
  expect(gunzipSync(bytes).toString('utf8')).toBe(JSON.stringify(withSnapshot))
  expect(bytes.length).toBeLessThan(43_000)
})

test('who takes no gzip, and what is small, gets it as it is', async () => {
  for (const takes of ['identity', 'br', 'gzip;q=0'])
    expect((await sent(withSnapshot, { 'accept-encoding': takes })).bytes.toString('utf8')).toBe(
      JSON.stringify(withSnapshot),
    )
  const small = { wire: 2, villages: [] } as unknown as SyncAnswer
  expect((await sent(small, { 'accept-encoding': 'gzip' })).bytes.toString('utf8')).toBe(
    JSON.stringify(small),
  )
})
