/* `npm start`: installs what is missing, builds the app when it is stale, and serves Wuxin until Ctrl-C. */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, root, startPinned } from './install.mjs'

ensureInstalled()
await ensureBuilt()

const words = ['--import', join(root, 'scripts/with-parent.mjs'), 'src/cli/main.ts', 'serve']

/*
 * The server has a process group of its own, so that Ctrl-C reaches it through us, once: the terminal and npm
 * each send it. Should we be killed, the channel between us closes, and the server stops by itself.
 */
const server = startPinned([...words, ...process.argv.slice(2)], {
  detached: process.platform !== 'win32',
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})

const patience = 2_000
let sentAt = -patience
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (performance.now() - sentAt < patience) return
    sentAt = performance.now()
    server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  })
}

server.on('exit', (code, signal) => {
  process.exitCode = signal === null ? code : 1
})
