/* The app in the browser, built when what it is made of has changed. Runs on the machine's own Node. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp, root, secondsSince, startPinned } from './install.mjs'

const madeOf = ['src/app', 'src/domain', 'src/sync', 'index.html', 'vite.config.ts', 'package-lock.json']
const stamp = join(root, 'dist/app/.built-from')

/** Builds the app unless `dist/app` is built from exactly these files; says one line when it builds. */
export async function ensureBuilt() {
  const print = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return
  const began = Date.now()
  process.stdout.write('Building the app … ')
  const { code, said } = await runVite()
  if (code !== 0) giveUp(`\n${said}\nThe app could not be built.`)
  writeFileSync(stamp, print)
  process.stdout.write(`${secondsSince(began)}\n`)
}

function runVite() {
  return new Promise(resolve => {
    let said = ''
    const words = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error']
    const vite = startPinned(words, { stdio: ['ignore', 'pipe', 'pipe'] })
    vite.stdout.on('data', chunk => (said += chunk))
    vite.stderr.on('data', chunk => (said += chunk))
    vite.on('error', fault => resolve({ code: 1, said: fault.message }))
    vite.on('close', code => resolve({ code, said }))
  })
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of madeOf.flatMap(filesBelow)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** In the order of their names; tests are no part of the app. */
function filesBelow(path) {
  if (!existsSync(join(root, path))) return []
  if (statSync(join(root, path)).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap(name => filesBelow(`${path}/${name}`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt()
