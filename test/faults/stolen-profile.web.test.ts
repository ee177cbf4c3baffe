import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchProfile, type Profile } from '../browser/browser.ts'
import { blocksOf, valuesIn } from '../browser/leveldb.ts'
import { openStage, setClock, signIn, typePin, type Stage } from '../journeys/stage.ts'
import { wordsOf } from '../journeys/words.ts'

/* A thief copies the browser's files: nothing of a family is in them in the clear, nor the digits, nor the key. */

const digits = '739164'
const story = '桂香婶倒了半杯黄酒，夜里起了风'
const planted = 'planted-word-8842'
const plantedPacked = 'planted-packed-8842'
const plantedStory = '塘边埋下的一句话'
const plantedSound = randomBytes(3_000).toString('base64')
const words = wordsOf('zh-CN')

let stage: Stage
let folder: string
let phone: Profile
let dataKeys: readonly string[]
/** What was spoken, as the recorder gave it, and the keys that were taken in to seal it: base64. */
let sounds: readonly string[]
let voiceKeys: readonly string[]

beforeAll(async () => {
  stage = await openStage()
  folder = await mkdtemp(join(tmpdir(), 'wuxin-stolen-'))
  phone = await launchProfile(folder, { microphone: 'beeps' })
  await setClock(phone.context, stage.clock())
  await watchKeys(phone.page)
  await watchVoice(phone.page)
  await phone.page.goto(stage.server.address)
  await signIn(phone.page, 'zhoumin')
  await typePin(phone.page, digits)
  await typePin(phone.page, digits)
  await phone.page.getByText(words.sync.received).first().waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready)
  await plantInTheClear(phone.page)
  dataKeys = await phone.page.evaluate(() => Reflect.get(globalThis, 'keysMade'))
  await writeDiary(phone.page)
  await speak(phone.page)
}, 240_000)

afterAll(async () => {
  await phone.context.close().catch(() => null)
  await stage.end()
  await rm(folder, { recursive: true, force: true })
})

test('[S14] the files of a phone taken while locked hold nothing of a family, no digits and no key', async () => {
  await phone.page.goto(`${stage.server.address}/me`)
  await typePin(phone.page, digits)
  await phone.page.getByRole('button', { name: new RegExp(`^${words.me.lock}`) }).click()
  await phone.page.getByRole('button', { name: words.me.lockNow }).click()
  await phone.page.locator('.keys').waitFor()
  await expectNothing()
})

test('[S14] nor do they when the phone was killed while open', async () => {
  await phone.page.goto(`${stage.server.address}/today`)
  await typePin(phone.page, digits)
  await phone.page.getByText('王守田').first().waitFor()
  await phone.kill()
  await expectNothing()
})

/** Copies the files as a thief would and searches all of them. */
async function expectNothing(): Promise<void> {
  const taken = await mkdtemp(join(tmpdir(), 'wuxin-taken-'))
  try {
    await cp(folder, taken, { recursive: true, filter: from => !/Singleton/.test(from) })
    const files = await filesUnder(taken)
    const { found, foundOf, foundDigits } = searchOf(files)
    // The search can find: in the packed blocks, in storage, and what may lie open (the name on the lock screen).
    for (const word of [planted, plantedPacked, plantedStory, '周敏', stage.server.address])
      expect([word, found(word)]).toEqual([word, true])
    expect(foundOf([plantedStory])).toEqual([plantedStory])
    const secrets = await secretsHere()
    expect(secrets.length).toBeGreaterThan(100)
    expect(foundOf(secrets)).toEqual([])
    expect(dataKeys.length).toBeGreaterThan(0)
    for (const key of dataKeys)
      for (const as of ['latin1', 'base64', 'hex'] as const) {
        const bytes = Buffer.from(key, 'base64')
        expect([as, found(as === 'latin1' ? bytes : bytes.toString(as).replace(/=+$/, ''))]).toEqual([
          as,
          false,
        ])
      }
    expect(foundDigits(digits)).toBe(false)
    expectSilence(found)
    // No answer of the server lies in a cache, packed or not: its address would stand there as the name.
    expect(addressesIn(files, `${stage.server.address}/api/`)).toEqual([])
  } finally {
    await rm(taken, { recursive: true, force: true })
  }
}

/** Of what was spoken not a byte in a row, nor its key; what was planted of the same kind is found. */
function expectSilence(found: Search['found']): void {
  expect(found(Buffer.from(plantedSound, 'base64').subarray(1_000, 1_032))).toBe(true)
  expect(sounds.length).toBeGreaterThan(1)
  for (const sound of sounds) {
    const middle = Buffer.from(sound, 'base64').subarray(300, 332)
    for (const form of [middle, Buffer.from(middle.toString('base64').slice(0, -4))])
      expect(found(form)).toBe(false)
  }
  expect(voiceKeys.length).toBeGreaterThan(0)
  for (const key of voiceKeys) {
    expect(found(Buffer.from(key, 'base64'))).toBe(false)
    expect(found(key.slice(0, -1))).toBe(false)
  }
}

/** Every text the database holds of the families: names, telephones, facts, needs, stories; and what was typed. */
async function secretsHere(): Promise<readonly string[]> {
  const { db } = stage.server.context
  const households = await db.selectFrom('households').select('state').execute()
  const diaries = await db.selectFrom('diaries').select('story').execute()
  const texts = new Set<string>([story])
  for (const { state } of households) gather(state, texts)
  for (const { story } of diaries) texts.add(story.slice(0, 20))
  const app = await appText()
  const isTelling = (text: string) => /^1\d{10}$/.test(text) || /\p{Script=Han}{3}/u.test(text)
  return [...texts].filter(text => isTelling(text) && !app.includes(text) && text !== '周敏')
}

/** The words of the app itself lie in its files on every phone; ids, days and kinds tell nothing. */
async function appText(): Promise<string> {
  const files = await filesUnder(join(import.meta.dirname, '../../dist/app'))
  return Buffer.concat([...files]).toString('utf8') + JSON.stringify(people)
}

// Colleagues' names: the lock screen greets by them.
const people = ['周敏']

function gather(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value.slice(0, 24))
  else if (Array.isArray(value)) for (const one of value) gather(one, into)
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) gather(one, into)
}

type Search = {
  readonly found: (what: string | Buffer) => boolean
  /** Which of many texts are found; all bytes are gone over once. */
  readonly foundOf: (texts: readonly string[]) => readonly string[]
  /** Whether digits stand by themselves, and not within a longer number. */
  readonly foundDigits: (digits: string) => boolean
}

function searchOf(files: readonly Buffer[]): Search {
  const blocks = files.flatMap(file => [file, ...blocksOf(file), ...unzipped(file)])
  const all = [...blocks, ...blocks.flatMap(valuesIn)]
  const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57
  return {
    found: what =>
      all.some(bytes =>
        (typeof what === 'string' ? formsOf(what) : [what]).some(form => bytes.includes(form)),
      ),
    foundOf: texts => searchMany(all, texts),
    foundDigits: digits =>
      all.some(bytes => {
        for (let at = bytes.indexOf(digits); at >= 0; at = bytes.indexOf(digits, at + 1))
          if (!isDigit(bytes[at - 1]) && !isDigit(bytes[at + digits.length])) return true
        return bytes.includes(Buffer.from(digits, 'utf16le'))
      }),
  }
}

/** By their first four bytes, so that thousands of texts cost one pass. */
function searchMany(all: readonly Buffer[], texts: readonly string[]): readonly string[] {
  const begins = new Map<number, { readonly text: string; readonly form: Buffer }[]>()
  const mayBegin = new Uint8Array(1 << 24)
  const placeOf = (begin: number): number => Math.imul(begin, 2_654_435_761) >>> 8
  for (const text of texts)
    for (const form of formsOf(text)) {
      const begin = form.readInt32LE(0)
      mayBegin[placeOf(begin)] = 1
      begins.set(begin, [...(begins.get(begin) ?? []), { text, form }])
    }
  const found = new Set<string>()
  for (const bytes of all) {
    let begin = 0
    for (let at = 0; at < bytes.length; at++) {
      begin = (begin >>> 8) | ((bytes[at] ?? 0) << 24)
      if (mayBegin[placeOf(begin)] !== 1) continue
      for (const { text, form } of begins.get(begin) ?? [])
        if (bytes.subarray(at - 3, at - 3 + form.length).equals(form)) found.add(text)
    }
  }
  return [...found]
}

const addressesIn = (files: readonly Buffer[], begin: string): readonly string[] =>
  files.flatMap(bytes => {
    const at = bytes.indexOf(begin)
    return at < 0 ? [] : [bytes.subarray(at, at + 240).toString('latin1')]
  })

/** As texts lie: in either Unicode form, escaped, or in base64 at each of the three offsets. */
function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text)
  const base64 = [0, 1, 2].map(offset => {
    const letters = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64')
    // Only the letters that this text alone decides.
    return Buffer.from(
      letters
        .slice(offset === 0 ? 0 : offset + 1)
        .replace(/=+$/, '')
        .slice(0, -1),
    )
  })
  return [utf8, Buffer.from(text, 'utf16le'), ...base64]
}

/** Caches keep an answer as it came over the line. */
function unzipped(file: Buffer): readonly Buffer[] {
  const at = file.indexOf(Buffer.from([0x1f, 0x8b, 0x08]))
  if (at < 0 || file.length > 8_000_000) return []
  try {
    return [gunzipSync(file.subarray(at))]
  } catch {
    return []
  }
}

/** Something unsealed in the same places, so much of it that it is packed into tables: the search must find it. */
const plantInTheClear = (page: Page): Promise<void> =>
  page.evaluate(
    async ([word, text, packed, sound]) => {
      localStorage.setItem('planted', text)
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('planted', 1)
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('words'))
        opening.addEventListener('success', () => resolve(opening.result))
        opening.addEventListener('error', () => reject(new Error('not opened')))
      })
      for (let round = 0; round < 12; round++) {
        const tx = db.transaction('words', 'readwrite')
        const store = tx.objectStore('words')
        for (let at = 0; at < 500; at++) store.put(`${word} ${text} `.repeat(40), round * 500 + at)
        store.put(
          Uint8Array.from(atob(sound), letter => letter.charCodeAt(0)),
          `sound-${round}`,
        )
        store.put(`${packed} `.repeat(40_000), `packed-${round}`)
        await new Promise(resolve => tx.addEventListener('complete', resolve))
      }
      db.close()
    },
    [planted, plantedStory, plantedPacked, plantedSound] as const,
  )

/** Remembers every key that could be taken out at the moment it was made. In the page's memory alone. */
const watchKeys = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const made: string[] = []
    Reflect.set(globalThis, 'keysMade', made)
    const generate = crypto.subtle.generateKey.bind(crypto.subtle)
    Reflect.set(crypto.subtle, 'generateKey', async (...asked: Parameters<typeof generate>) => {
      const key = await generate(...asked)
      if (key instanceof CryptoKey && key.extractable) {
        const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key))
        made.push(btoa(String.fromCharCode(...raw)))
      }
      return key
    })
  })

/** Remembers what the recorder gives, and every key that is taken in. In the page's memory alone. */
const watchVoice = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const sounds: string[] = []
    const keys: string[] = []
    Reflect.set(globalThis, 'voice', { sounds, keys })
    const text = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
    const buffer = Blob.prototype.arrayBuffer
    Blob.prototype.arrayBuffer = async function watched() {
      const bytes = await buffer.call(this)
      if (this.type.startsWith('audio/') || this.size > 500) sounds.push(text(new Uint8Array(bytes)))
      return bytes
    }
    const take = crypto.subtle.importKey.bind(crypto.subtle)
    Reflect.set(crypto.subtle, 'importKey', (...asked: Parameters<typeof take>) => {
      const [format, given] = asked
      if (String(format) === 'raw' && given instanceof Uint8Array && given.length === 32)
        keys.push(text(given))
      return take(...asked)
    })
  })

/** A few seconds beside the diary. */
async function speak(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.diary.record }).click()
  await page.getByRole('button', { name: words.voice.begin }).click()
  await page.getByText(words.voice.clock(3), { exact: true }).waitFor()
  await page.getByRole('button', { name: words.voice.stop }).click()
  await page.locator('.voices li').waitFor()
  const heard: { readonly sounds: readonly string[]; readonly keys: readonly string[] } = await page.evaluate(
    () => Reflect.get(globalThis, 'voice'),
  )
  sounds = heard.sounds.filter(sound => Buffer.from(sound, 'base64').length > 400)
  voiceKeys = heard.keys
}

/** Loads the page anew, so that the door asks for the digits, and leaves a draft behind. */
async function writeDiary(page: Page): Promise<void> {
  await page.goto(`${stage.server.address}/families/demo-family-wang/diary/visit-stolen`)
  await typePin(page, digits)
  await page.getByRole('textbox').fill(story)
  await page.getByText(words.diary.justSaved).waitFor()
}

async function filesUnder(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Promise.all(files.map(file => readFile(join(file.parentPath, file.name))))
}
