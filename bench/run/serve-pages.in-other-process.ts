import pino from 'pino'
import { instantOf } from '#domain/base/days.ts'
import { startServer } from '#server/main.ts'

/** The product's server, serving the pages of a folder: `serve-pages.in-other-process.ts FOLDER`. */
const [appFolder = ''] = process.argv.slice(2)
const started = await startServer({
  databaseUrl: process.env['DATABASE_URL'] ?? '',
  port: 0,
  host: '127.0.0.1',
  clock: () => instantOf(Date.now()),
  appFolder,
  log: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })),
})
if (!started.ok) throw new Error(started.because)
console.log(`open at ${started.value.address}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void started.value.close().then(() => process.exit(0)))
