import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkBoundaries } from './boundaries.ts'
import { checkFirstWords } from './first-words.ts'
import { readHouse, type Verdict } from './house.ts'
import { judgeLicences, readCarried } from './licences.ts'
import { checkLockfile, type Lockfile } from './lockfile.ts'
import { checkNames } from './names.ts'
import { checkPromises } from './promises.ts'
import { checkRules } from './rules.ts'
import { checkSkips } from './skips.ts'

/* `npm run check`: the house's own rules, which no ready tool knows. One line each, or each fault with its place. */
const most = 40
const root = join(import.meta.dirname, '../..')
const files = await readHouse(root)
const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lockfile // npm's format

const verdicts: Readonly<Record<string, Verdict>> = {
  boundaries: checkBoundaries(files),
  rules: checkRules(files),
  promises: checkPromises(files),
  names: checkNames(files),
  skips: checkSkips(files),
  'first words': checkFirstWords(files),
  lockfile: checkLockfile(lock),
  licences: judgeLicences(await readCarried(root)),
}

for (const [name, { fine, faults }] of Object.entries(verdicts)) {
  console.log(faults.length === 0 ? `✓ ${name}: ${fine}` : `✗ ${name}: ${faults.length} to mend`)
  for (const { path, line, says } of faults.slice(0, most)) console.log(`  ${path}:${line} ${says}`)
  if (faults.length > most) console.log(`  … and ${faults.length - most} more`)
}

process.exitCode = Object.values(verdicts).every(({ faults }) => faults.length === 0) ? 0 : 1
