import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { completeLockfile, type Lockfile } from './check/lockfile.ts'

/* After `npm install` on a registry that lacks the parts for other machines: names them in the lockfile again. */
const path = join(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(await readFile(path, 'utf8')) as Lockfile // npm's format
await writeFile(path, `${JSON.stringify(completeLockfile(lock), null, 2)}\n`)
