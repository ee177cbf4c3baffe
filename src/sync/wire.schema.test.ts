import { expect, test } from 'vitest'
import { syncRequestWith } from '#test/builders/requests.ts'
import { syncRequest } from './wire.schema.ts'

test('[S16] somebody with some hundred villages names them all at once, and is understood', () => {
  const villages = Array.from({ length: 900 }, (_, at) => ({
    code: String(420325100000 + at),
    cursor: at,
    checksum: null,
    parts: null,
  }))
  expect(syncRequest.safeParse({ ...syncRequestWith({}), villages }).success).toBe(true)
})
