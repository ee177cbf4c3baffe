import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchProfile, type Profile } from '#test/browser/browser.ts'
import { builtApp, evening, openPhone, openStage, setClock, typePin, type Stage } from '../journeys/stage.ts'
import { wordsOf } from '../journeys/words.ts'

const words = wordsOf('zh-CN')
const half = '守田叔在院坝劈柴，桂香婶非要倒杯黄酒，喝了半杯。'
const rest = '二楼还是上不去水，水管员没来过。'

let folder: string
let app: string
let stage: Stage
let phone: Profile
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-version-'))
  app = join(folder, 'app')
  await cp(builtApp, app, { recursive: true })
  stage = await openStage(evening, app)
  phone = await launchProfile(join(folder, 'phone'))
  await setClock(phone.context, stage.clock())
  await openPhone(phone.page, stage.server.address, 'zhoumin')
  await phone.page.getByText(words.sync.received).first().waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready)
  await takeOutAgain()
})
afterEach(async () => {
  await phone.context.close().catch(() => null)
  await stage.end()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The phone dies and is taken out again; from the second time on it comes from its service worker. */
async function takeOutAgain(): Promise<void> {
  await phone.kill()
  phone = await launchProfile(join(folder, 'phone'))
  await setClock(phone.context, stage.clock())
  await phone.page.goto(stage.server.address)
  await typePin(phone.page)
  await phone.page.locator('.keys').waitFor({ state: 'detached' })
}

/** Half a diary is written. */
async function beginDiary(): Promise<void> {
  const { page } = phone
  await page
    .getByRole('link', { name: /王守田/ })
    .first()
    .click()
  await page.getByRole('link', { name: words.brief.takeAlong }).click()
  await page.getByText(words.diary.onWay).click()
  await page.getByRole('textbox').fill(half)
  await page.getByText(words.diary.justSaved).waitFor()
}

/** The served app changes, and the running one learns of it as it does when it comes to the front. */
async function renew(): Promise<void> {
  const index = await readFile(join(app, 'index.html'), 'utf8')
  await writeFile(
    join(app, 'index.html'),
    index.replace('</head>', '<meta name="build" content="two"></head>'),
  )
  const worker = await readFile(join(app, 'sw.js'), 'utf8')
  const renewed = worker.replace(
    /(url:"index\.html",revision:")[0-9a-f]+|(revision:")[0-9a-f]+(",url:"index\.html")/,
    '$1$2two$3',
  )
  expect(renewed).not.toBe(worker)
  await writeFile(join(app, 'sw.js'), renewed)
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const waiting = () =>
    phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)
  await expect.poll(waiting, { timeout: 60_000 }).toBe('installed')
}

/** Nothing has moved under the hand; the person writes on. */
async function writeOn(): Promise<void> {
  const { page } = phone
  const box = page.getByRole('textbox')
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }))
  expect(await box.inputValue()).toBe(half)
  await box.press('End')
  for (const letter of rest) {
    await page.keyboard.insertText(letter)
    await page.waitForTimeout(20)
  }
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true)
  expect(await page.getByText(words.base.changeNow).count()).toBe(0)
  await page.waitForTimeout(1_000)
  await page.getByText(words.diary.justSaved).waitFor()
}

const build = () =>
  phone.page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=build]')?.content ?? 'one')

/** The whole diary stands there. */
async function readDiary(): Promise<void> {
  await phone.page.getByText(words.today.unfinishedDiary('王守田家')).first().click()
  expect(await phone.page.getByRole('textbox').inputValue()).toBe(half + rest)
}

test('[S3] a new version in the middle of a diary: nothing moves under the hand, and after changing to it every word is there', async () => {
  await beginDiary()
  await renew()
  await writeOn()
  expect(await build()).toBe('one')
  const { page } = phone
  while (new URL(page.url()).pathname !== '/today') await page.goBack()
  await page.getByRole('button', { name: words.base.changeNow }).click()
  await page.waitForFunction(() => document.querySelector('meta[name=build]') !== null)
  await typePin(page)
  await page.locator('.keys').waitFor({ state: 'detached' })
  await readDiary()
})

test('[S3] the phone is killed between the update and changing to it: every word is there, in the new version', async () => {
  await beginDiary()
  await renew()
  await writeOn()
  await takeOutAgain()
  expect(await build()).toBe('two')
  await readDiary()
})
