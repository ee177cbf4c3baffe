import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser, newPhone } from '../../test/browser/browser.ts'
import { diariesOf, ratesOf } from '../../test/diaries/rates.ts'
import type { Endings } from '../run/endings.ts'
import { round, spread } from '../run/figures.ts'
import type { Measured, Wanted } from '../run/measured.ts'

const timesSlower = 4
const pieceLength = 1000
const rounds = 5
const aim = 30

/** Diaries of 1,000 signs read in Chromium with the processor four times slower, and how well the labelled ones are read. */
export async function measureReading(_wanted: Wanted, endings: Endings): Promise<Measured> {
  const browser = await launchBrowser()
  endings.add(() => browser.close())
  const { page } = await newPhone(browser)
  await page.addScriptTag({ content: await readerScript() })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: timesSlower })
  const pieces = piecesOf('aside.jsonl')
  const punctuated = spread(await timesOf(page, pieces))
  const dictated = spread(
    await timesOf(
      page,
      pieces.map(piece => piece.replaceAll(/[，。！？；：、“”\n ]/gu, '')),
    ),
  )
  return {
    timesSlower,
    pieces: pieces.length,
    milliseconds: { punctuated, dictated },
    ratio: round(punctuated.p50 / aim, 2),
    read: Object.fromEntries(
      ['dev.jsonl', 'aside.jsonl', 'aside-2.jsonl'].map(name => [name, Object.fromEntries(ratesOf(name))]),
    ),
  }
}

/** The reader as the phone has it, as one script. */
async function readerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'reader.page.ts'), formats: ['iife'], name: 'reader' },
    },
  })
  const [output] = Array.isArray(built) ? built : []
  const chunk = output?.output[0]
  if (chunk === undefined) throw new Error('the reader was not built')
  return chunk.code
}

function piecesOf(name: string): readonly string[] {
  const text = diariesOf(name)
    .map(diary => diary.text)
    .join('\n')
  return Array.from({ length: Math.floor(text.length / pieceLength) }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  )
}

/** The best of some readings of each piece, after one round that is not counted. */
const timesOf = (page: Page, pieces: readonly string[]): Promise<number[]> =>
  page.evaluate(
    ({ texts, times }) =>
      texts.map(text => Math.min(...Array.from({ length: times }, () => window.readFor(text)))),
    { texts: [...pieces], times: rounds },
  )
