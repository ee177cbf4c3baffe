import { parseArgs } from 'node:util'
import { collectEndings, type Endings } from './run/endings.ts'
import type { Measured, Wanted } from './run/measured.ts'
import { keepResult } from './run/results.ts'

type Measure = {
  readonly about: string
  readonly load: () => Promise<(wanted: Wanted, endings: Endings) => Promise<Measured>>
}

/** What can be measured, one line each; `docs` of each in `bench/README.md`. */
const measures: Readonly<Record<string, Measure>> = {
  M1: {
    about: 'the evening peak: every device pushes four visits and pulls',
    load: async () => (await import('./m1-evening/measure.ts')).measureEvening,
  },
  M2: {
    about: 'the training day: a thousand devices sync for the first time at once, then all the others',
    load: async () => (await import('./m2-first-sync/measure.ts')).measureFirstSyncs,
  },
  M3: {
    about: 'a first sync of 5,000 households into a browser, beside PouchDB, RxDB and the floor',
    load: async () => (await import('./m3-peers/measure.ts')).measurePeers,
  },
  M6: {
    about: 'the phone: a slow one, offline, with 1,200 households',
    load: async () => (await import('./m6-phone/measure.ts')).measurePhone,
  },
  M8: {
    about: 'reading a diary: 1,000 signs on a slow phone, and how well the labelled ones are read',
    load: async () => (await import('./m8-reading/measure.ts')).measureReading,
  },
}

const usage = `npm run -s bench -- MEASURE [--households N] [--seconds N]

${Object.entries(measures)
  .map(([name, { about }]) => `  ${name}  ${about}`)
  .join('\n')}

--households  how many the database holds, 408 to 10620000 (100000); M3 and M6 have numbers of their own
--seconds     how long at least the thing itself is done, 1 to 3600 (20)
Without a measure: how well and how fast diaries are read. reading: the same, and each writer's diaries read with
what was learned from the others alone (some minutes).`

const asked = readArguments(process.argv.slice(2))
if (!asked.ok) {
  console.error(`${asked.because}\n\n${usage}`)
  process.exitCode = 2
} else if (asked.measure === 'reading') {
  await import('./reading/print.ts').then(({ printReading, printLeavingOut }) => {
    printReading()
    printLeavingOut()
  })
} else if (asked.measure === null) {
  await import('./reading/print.ts').then(({ printReading }) => printReading())
  console.log(`\n${usage}`)
} else process.exitCode = await take(asked.measure, asked.wanted)

async function take(name: string, wanted: Wanted): Promise<number> {
  const endings = collectEndings()
  const command = ['npm run -s bench --', ...process.argv.slice(2)].join(' ')
  try {
    const measure = await measures[name]?.load()
    if (measure === undefined) return 2
    const measured = await measure(wanted, endings)
    console.error(`  kept in ${await keepResult(name, command, measured)}`)
    console.log(JSON.stringify({ measure: name, ...measured }))
    return 0
  } catch (fault) {
    console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault)
    return 1
  } finally {
    await endings.end()
  }
}

type Asked =
  | { readonly ok: true; readonly measure: string | null; readonly wanted: Wanted }
  | { readonly ok: false; readonly because: string }

function readArguments(words: readonly string[]): Asked {
  const read = parsed(words)
  if (read === null) return { ok: false, because: 'There is no such setting.' }
  const [measure = null, ...more] = read.positionals
  if (more.length > 0) return { ok: false, because: 'One measure at a time, please.' }
  if (measure !== null && measure !== 'reading' && !Object.hasOwn(measures, measure))
    return { ok: false, because: `${measure} is not measured here.` }
  const households = numberIn(read.values.households, 408, 10_620_000)
  if (households === null) return { ok: false, because: '--households takes a number from 408 to 10620000.' }
  const seconds = numberIn(read.values.seconds, 1, 3600)
  if (seconds === null) return { ok: false, because: '--seconds takes a number from 1 to 3600.' }
  return { ok: true, measure, wanted: { households, seconds } }
}

function parsed(words: readonly string[]) {
  const households = { type: 'string', default: '100000' } as const
  const seconds = { type: 'string', default: '20' } as const
  try {
    return parseArgs({ args: [...words], options: { households, seconds }, allowPositionals: true })
  } catch {
    return null
  }
}

function numberIn(text: string, least: number, most: number): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : null
}
