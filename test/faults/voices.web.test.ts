import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchProfile, newPhone, type Profile } from '../browser/browser.ts'
import { openPhone, openStage, setClock, signIn, typePin, type Stage } from '../journeys/stage.ts'
import { wordsOf } from '../journeys/words.ts'
import { layRoad, type Road } from './road.ts'

/* A voice note through everything that happens to a phone: it is killed, out of signal, cut off, deleted from, and told to forget. */

const words = wordsOf('zh-CN')
const diaryOf = (visit: string) => `/families/demo-family-wang/diary/${visit}`

let stage: Stage
let road: Road
let folder: string
let phone: Profile

beforeAll(async () => {
  stage = await openStage()
  road = await layRoad(stage.server.port)
  folder = await mkdtemp(join(tmpdir(), 'wuxin-voices-'))
  await takeOut()
  await openPhone(phone.page, road.address, 'zhoumin')
  await phone.page.getByText(words.sync.received).first().waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready)
  // Put away and taken out again: a browser killed too soon after signing in may have lost its session.
  await phone.context.close()
  await takeOut()
}, 240_000)

afterAll(async () => {
  await phone.context.close().catch(() => null)
  await road.end()
  await stage.end()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function takeOut(): Promise<void> {
  phone = await launchProfile(folder, { microphone: 'beeps' })
  await setClock(phone.context, stage.clock())
  await listenIn(phone.context)
}

async function openAt(path: string): Promise<Page> {
  await phone.page.goto(`${road.address}${path}`)
  await typePin(phone.page)
  await phone.page.locator('.keys').waitFor({ state: 'detached' })
  return phone.page
}

/** Remembers what the page was given to play: how long it is, and how loud. */
const listenIn = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const heard: { seconds: number; loudest: number }[] = []
    Reflect.set(globalThis, 'heard', heard)
    const decode = AudioContext.prototype.decodeAudioData
    AudioContext.prototype.decodeAudioData = async function listened(bytes: ArrayBuffer) {
      const sound = await decode.call(this, bytes)
      const loudest = sound.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0)
      heard.push({ seconds: sound.duration, loudest })
      return sound
    }
  })

type Heard = { readonly seconds: number; readonly loudest: number }
const heardOn = (page: Page): Promise<readonly Heard[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'heard'))

/** Plays the first note of the page, and gives what was heard. */
async function hear(page: Page): Promise<Heard> {
  const before = (await heardOn(page)).length
  await page.locator('.voices li').first().getByRole('button').first().click()
  await expect.poll(async () => (await heardOn(page)).length, { timeout: 30_000 }).toBeGreaterThan(before)
  const last = (await heardOn(page)).at(-1)
  if (last === undefined) throw new Error('nothing was heard')
  return last
}

/** Speaks until so many seconds are said to be kept. */
async function speak(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: words.diary.record }).click()
  await page.locator('.voice .own-words', { hasText: words.voice.ownWords }).waitFor()
  for (const sentence of words.voice.kept(3, 180))
    await page.locator('.voice .kept', { hasText: sentence }).waitFor()
  await page.getByRole('button', { name: words.voice.begin }).click()
  await expect.poll(() => secondsKept(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(seconds)
}

async function secondsKept(page: Page): Promise<number> {
  const [minutes = '', seconds = ''] = ((await page.locator('.voice .said b').textContent()) ?? '').split(':')
  return Number(minutes) * 60 + Number(seconds)
}

async function stopSpeaking(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.voice.stop }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.locator('.voices li').first().waitFor()
}

const saveSpoken = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: words.voice.keepVoice }).click()
  await page.getByText(words.voice.savedVoice(1)).waitFor()
}

const rowsAtServer = async () => {
  const { db } = stage.server.context
  const voices = await db.selectFrom('voices').selectAll().execute()
  const pieces = await db.selectFrom('voice_pieces').selectAll().execute()
  return { voices, pieces }
}

/** So many records lie on the phone's shelf. */
const lyingOn = (page: Page, shelf: 'voices' | 'voicePieces' | 'voiceOut'): Promise<number> =>
  page.evaluate(async shelf => {
    const { name = '' } =
      (await indexedDB.databases()).find(
        one => one.name?.startsWith('wuxin-') === true && one.name !== 'wuxin-roll',
      ) ?? {}
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('error', () => reject(new Error('not opened')))
      opening.addEventListener('success', () => {
        const counting = opening.result.transaction(shelf).objectStore(shelf).count()
        counting.addEventListener('success', () => {
          opening.result.close()
          resolve(counting.result)
        })
      })
    })
  }, shelf)

test('[S3] killed in the middle of speaking: what was said to be kept is there, and can be heard', async () => {
  const page = await openAt(diaryOf('visit-spoken-1'))
  await speak(page, 5)
  const kept = await secondsKept(page)
  await phone.kill()
  await takeOut()
  const again = await openAt('/today')
  await again.getByText(words.today.unfinishedDiary('王守田家')).first().click()
  await again.locator('.voices li').waitFor()
  expect(await lyingOn(again, 'voicePieces')).toBeGreaterThanOrEqual(kept)
  const heard = await hear(again)
  // The encoder holds back a part of its last piece.
  expect(heard.seconds).toBeGreaterThan(kept - 2)
  expect(heard.loudest).toBeGreaterThan(0.01)
  // It was never sent: its diary is still being written.
  expect(await rowsAtServer()).toEqual({ voices: [], pieces: [] })
})

test('[H8] one that is let go is gone when the page is left; until then it can be taken back', async () => {
  const { page } = phone
  const row = page.locator('.voices li').first()
  await row.getByText(words.voice.dropIt).click()
  await row.getByText(words.base.undo).click()
  await row.getByText(words.voice.dropIt).click()
  await row.getByText(words.voice.letGone).waitFor()
  await page
    .getByRole('link', { name: words.base.back })
    .or(page.getByRole('button', { name: words.base.back }))
    .first()
    .click()
  await page.locator('.voices').waitFor({ state: 'detached' })
  await expect.poll(() => lyingOn(page, 'voicePieces')).toBe(0)
  expect(await lyingOn(page, 'voiceOut')).toBe(0)
})

test('[H8] [S2] [S17] a diary that was only spoken is saved without signal, cut on its way, goes on where it was, and is received', async () => {
  road.close()
  const page = await openAt(diaryOf('visit-spoken-2'))
  await speak(page, 12)
  await stopSpeaking(page)
  await page.getByText(words.voice.beside).waitFor()
  await saveSpoken(page)
  await page.getByRole('link', { name: words.diary.shut }).click()
  await page.getByText(words.sync.received).waitFor({ state: 'hidden' })
  const said = await lyingOn(page, 'voicePieces')
  expect(said).toBeGreaterThanOrEqual(12)

  // The change gets through, and each connection breaks in the middle of what it brings of the note.
  let allowed = 40_000
  road.cutAt(() => ({ way: 'asked', after: allowed }))
  road.open()
  await expect
    .poll(async () => (await syncAgain(page), (await rowsAtServer()).pieces.length), {
      timeout: 90_000,
      interval: 1_000,
    })
    .toBeGreaterThan(0)
  const first = await rowsAtServer()
  if (first.pieces.length < said) await page.getByText(words.sync.received).waitFor({ state: 'hidden' })
  allowed = Infinity
  road.cutAt(() => null)
  await expect
    .poll(async () => (await syncAgain(page), (await rowsAtServer()).pieces.length), {
      timeout: 90_000,
      interval: 1_000,
    })
    .toBe(said)
  expect(road.cuts()).toBeGreaterThan(0)
  await page.getByText(words.sync.received).first().waitFor()
  // What had arrived stands as it was: no piece was taken twice.
  const { pieces } = await rowsAtServer()
  expect(pieces.slice(0, first.pieces.length).map(({ sealed }) => sealed.toString('hex'))).toEqual(
    first.pieces.map(({ sealed }) => sealed.toString('hex')),
  )
  expect(await lyingOn(page, 'voiceOut')).toBe(0)
})

/** As a person does who looks again: the app comes to the front. */
const syncAgain = (page: Page): Promise<void> =>
  page.evaluate(() => {
    globalThis.dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
  })

test('[S14] the one who spoke it hears it on another phone as well; a colleague on the same page is not even told of it', async () => {
  const own = await newPhone(stage.browser)
  await setClock(own.context, stage.clock())
  await listenIn(own.context)
  await openPhone(own.page, stage.server.address, 'zhoumin')
  await own.page.getByText(words.sync.received).first().waitFor()
  await reopen(own.page, diaryOf('visit-spoken-2'))
  await own.page.locator('.voices li').waitFor()
  const far = await hear(own.page)
  expect(far.seconds).toBeGreaterThan(10)
  expect(far.loudest).toBeGreaterThan(0.01)
  expect(await lyingOn(own.page, 'voicePieces')).toBe(0)

  for (const name of ['tianjianguo', 'helan'] as const) {
    const page = await stage.phone(name)
    await page.getByText(words.sync.received).first().waitFor()
    await reopen(page, diaryOf('visit-spoken-2'))
    await page.getByText(words.diary.notYours).waitFor()
    expect(await page.locator('.voices').count()).toBe(0)
    const { voices } = await rowsAtServer()
    const [note] = voices
    const answer = await page.evaluate(
      async at => (await fetch(at)).status,
      `/api/voices/${note?.village_code}/visit-spoken-2/${note?.voice_id}`,
    )
    expect([name, answer]).toEqual([name, 404])
  }
})

async function reopen(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href)
  await typePin(page)
  await page.locator('.keys').waitFor({ state: 'detached' })
}

test('[H8] deleted by the one who spoke it, it is gone at the server with the next signal', async () => {
  const page = await openAt(diaryOf('visit-spoken-2'))
  await page.locator('.voices li').getByText(words.voice.dropIt).click()
  await page
    .getByRole('button', { name: words.base.back })
    .or(page.getByRole('link', { name: words.base.back }))
    .first()
    .click()
  await expect
    .poll(async () => (await syncAgain(page), await rowsAtServer()), { timeout: 60_000 })
    .toEqual({
      voices: [],
      pieces: [],
    })
  expect(await lyingOn(page, 'voicePieces')).toBe(0)
})

test('[S15] erased with its family: at the server at once, on the phone with the next sync, sent or not', async () => {
  const page = await openAt(diaryOf('visit-spoken-3'))
  await speak(page, 2)
  await stopSpeaking(page)
  await saveSpoken(page)
  await expect
    .poll(async () => (await syncAgain(page), (await rowsAtServer()).voices.length), {
      timeout: 60_000,
    })
    .toBe(1)
  await openAt(diaryOf('visit-spoken-4'))
  await speak(page, 2)
  await stopSpeaking(page)
  expect(await lyingOn(page, 'voices')).toBe(2)

  const office = await newPhone(stage.browser)
  await setClock(office.context, stage.clock())
  await office.page.goto(`${stage.server.address}/desk`)
  await signIn(office.page, 'shensi')
  await office.page.locator('input[name=password]').waitFor({ state: 'detached' })
  const { state, village_code } = await stage.server.context.db
    .selectFrom('households')
    .select(['state', 'village_code'])
    .where('household_id', '=', 'demo-family-wang')
    .executeTakeFirstOrThrow()
  const asked = {
    change: 'change-of-erasing',
    village: village_code,
    household: state.id,
    askedOn: stage.clock().slice(0, 10),
    channel: 'telephone',
  }
  const answer = await office.page.evaluate(async asked => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/erasing', { method: 'POST', headers, body: JSON.stringify(asked) })).status
  }, asked)
  expect(answer).toBe(200)
  expect(await rowsAtServer()).toEqual({ voices: [], pieces: [] })
  for (const shelf of ['voices', 'voicePieces', 'voiceOut'] as const)
    await expect
      .poll(async () => (await syncAgain(page), await lyingOn(page, shelf)), { timeout: 60_000 })
      .toBe(0)
})

test('[S21] a phone that gives no microphone says so, and how to go on', async () => {
  const page = await stage.phone('tianjianguo')
  await reopen(page, '/families/demo-family-zhao/diary/visit-no-microphone')
  await page.getByRole('button', { name: words.diary.record }).click()
  await page.getByRole('button', { name: words.voice.begin }).click()
  const sentences = [words.voice.cannot['no-microphone'], words.voice.cannot['not-allowed']]
  await expect
    .poll(async () => sentences.includes((await page.locator('.refusal').textContent()) ?? ''))
    .toBe(true)
  expect(await page.locator('.voices').count()).toBe(0)
})
