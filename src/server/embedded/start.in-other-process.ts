import { startPostgres } from './start.ts'

/* For the tests: starts PostgreSQL on the folder it is given, tells its parent, and waits to be killed. */
const started = await startPostgres({ folder: process.argv[2] ?? '', log: () => undefined })
if (!started.ok) throw new Error(`${started.because}: ${started.told}`)
process.send?.({ url: started.value.url, folder: started.value.folder })
