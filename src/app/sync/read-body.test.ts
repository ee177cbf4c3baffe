import { expect, test } from 'vitest'
import type { Coming } from '#sync/engine/transport.ts'
import { readBody } from './read-body.ts'

const piece = new TextEncoder().encode('路'.repeat(4000))

const bodyOf = (pieces: number) =>
  new ReadableStream<Uint8Array>({
    start: controller => {
      for (let at = 0; at < pieces; at++) controller.enqueue(piece)
      controller.close()
    },
  })

async function read(response: Response) {
  const heard: Coming[] = []
  const text = await readBody(response, so => heard.push(so))
  return { text, heard }
}

test('[S17] a body says how much of it has come, with its whole length where that was said', async () => {
  const headers = { 'content-length': String(3 * piece.byteLength) }
  const { text, heard } = await read(new Response(bodyOf(3), { headers }))
  expect(text).toBe('路'.repeat(12_000))
  expect(heard).toEqual([12_000, 24_000, 36_000].map(got => ({ got, of: 36_000 })))
})

test('[S17] of a body packed on its way no length is claimed', async () => {
  const headers = { 'content-length': '900', 'content-encoding': 'gzip' }
  const { heard } = await read(new Response(bodyOf(1), { headers }))
  expect(heard).toEqual([{ got: 12_000, of: null }])
  expect((await read(new Response(bodyOf(1)))).heard).toEqual([{ got: 12_000, of: null }])
})

test('[S17] a letter cut between two pieces is whole again, and a short answer says nothing', async () => {
  const bytes = new TextEncoder().encode('路')
  const stream = new ReadableStream<Uint8Array>({
    start: controller => {
      controller.enqueue(bytes.slice(0, 1))
      controller.enqueue(bytes.slice(1))
      controller.close()
    },
  })
  expect(await read(new Response(stream))).toEqual({ text: '路', heard: [] })
})
