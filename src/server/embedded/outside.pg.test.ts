import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { expect, inject, test } from 'vitest'
import { checkOutside } from './outside.ts'

test('an outside PostgreSQL of our day will do', async () => {
  expect(await checkOutside(inject('postgresUrl'))).toMatchObject({ ok: true })
})

test('an outside PostgreSQL older than 16 is refused with its version', async () => {
  const server = await serveOldPostgres('15.4', 150_004)
  const checked = await checkOutside(`postgres://someone@127.0.0.1:${portOf(server)}/wuxin`)
  expect(checked).toEqual({ ok: false, because: 'database-too-old', told: '15.4' })
  server.close()
})

test('where nobody answers, or we are not let in, or the address is none, the database is unreachable', async () => {
  const wrongPassword = inject('postgresUrl').replace(/:[^:@/]+@/, ':wrong@')
  const addresses = ['postgres://someone@127.0.0.1:1/wuxin', wrongPassword, 'postgres://[']
  for (const address of addresses) {
    expect(await checkOutside(address)).toMatchObject({ ok: false, because: 'database-unreachable' })
  }
})

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Speaks as much of PostgreSQL's protocol as it takes to let anyone in and tell its version. */
async function serveOldPostgres(version: string, number: number): Promise<Server> {
  const server = createServer(socket => answerAsPostgres(socket, version, number))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function answerAsPostgres(socket: Socket, version: string, number: number): void {
  let greeted = false
  socket.on('data', () => {
    if (greeted) socket.write(Buffer.concat([columns(), row(version, String(number)), end(), ready()]))
    else socket.write(Buffer.concat([message('R', int32(0)), ready()]))
    greeted = true
  })
}

const columns = (): Buffer => message('T', int16(2), column('version', 25), column('number', 23))

const column = (name: string, type: number): Buffer =>
  Buffer.concat([text(name), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)])

const row = (...values: string[]): Buffer =>
  message('D', int16(values.length), ...values.flatMap(value => [int32(value.length), Buffer.from(value)]))

const end = (): Buffer => message('C', text('SELECT 1'))
const ready = (): Buffer => message('Z', Buffer.from('I'))
const text = (words: string): Buffer => Buffer.from(`${words}\0`)

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
