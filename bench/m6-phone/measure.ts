import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchProfile, type Profile } from '../../test/browser/browser.ts'
import { householdsAVillage, type ProvincePlan } from '../province/plan.ts'
import { provincePassword } from '../province/seed.ts'
import type { Endings } from '../run/endings.ts'
import { round, spread } from '../run/figures.ts'
import { layGround, makeFolder, tell } from '../run/ground.ts'
import type { Measured, Wanted } from '../run/measured.ts'
import { installStopwatch } from './stopwatch.ts'

const appFolder = join(import.meta.dirname, '../../dist/app')
const pin = '246810'
const timesSlower = 4
const starts = 5

/** One visitor with three villages: 1,200 households and some 3,000 needs. */
const plan: ProvincePlan = {
  villages: 3,
  householdsEach: Math.min(400, householdsAVillage),
  needsEach: 2.5,
  villagesATeam: 3,
  visitors: 2,
  seed: 6,
}

type Times = Readonly<
  Record<'door' | 'unlock' | 'start' | 'key' | 'keySeen' | 'keyRest' | 'brief' | 'diary', number[]>
>

/** A slow phone without signal: opened by its PIN, a family looked for, a brief opened, a diary saved; several times over. */
export async function measurePhone(_wanted: Wanted, endings: Endings): Promise<Measured> {
  await access(join(appFolder, 'index.html')).catch(() => {
    throw new Error('The app is not built: npm run build')
  })
  const ground = await layGround(plan, endings)
  const folder = await makeFolder(endings)
  const [visitor] = ground.province.visitors
  if (visitor === undefined) throw new Error('the province has no visitor')
  const firstSync = await firstEvening(folder, ground.address, visitor.username, endings)
  tell(`first sync ${round(firstSync)} ms`)
  const times: Times = {
    door: [],
    unlock: [],
    start: [],
    key: [],
    keySeen: [],
    keyRest: [],
    brief: [],
    diary: [],
  }
  for (let start = 1; start <= starts; start += 1) {
    const phone = await takeOut(folder, endings)
    await phone.context.setOffline(true)
    await startCold(phone.page, ground.address, times)
    await search(phone.page, times)
    await openBriefs(phone.page, times)
    await saveDiaries(phone.page, times)
    await phone.context.close()
    tell(`start ${start} of ${starts}: ${times.start.at(-1)?.toFixed(0)} ms`)
  }
  return {
    households: ground.province.households,
    cpuTimesSlower: timesSlower,
    firstSyncMilliseconds: round(firstSync),
    coldStart: {
      ...spread(times.start),
      ofThese: { door: spread(times.door), unlock: spread(times.unlock) },
      floor: 1000,
    },
    searchAKey: {
      ...spread(times.key),
      untilTyped: spread(times.keySeen),
      untilAllShown: spread(times.keyRest),
      floor: 16,
    },
    openBrief: { ...spread(times.brief), floor: 100 },
    saveDiary: { ...spread(times.diary), floor: 50 },
    unlock: { ...spread(times.unlock), floor: 700 },
    ratio: round(
      Math.max(
        ...[
          [times.start, 1000],
          [times.key, 16],
          [times.brief, 100],
          [times.diary, 50],
          [times.unlock, 700],
        ].map(([all, floor]) => spread(all as number[]).p50 / Number(floor)),
      ),
      2,
    ),
  }
}

async function takeOut(folder: string, endings: Endings): Promise<Profile> {
  const phone = await launchProfile(folder, { language: 'zh-CN' })
  endings.add(() => phone.context.close())
  await phone.context.addInitScript(installStopwatch)
  const session = await phone.context.newCDPSession(phone.page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: timesSlower })
  phone.page.setDefaultTimeout(120_000)
  return phone
}

/** Signs in, chooses a PIN on this slow phone, syncs for the first time, and is put away. */
async function firstEvening(
  folder: string,
  address: string,
  username: string,
  endings: Endings,
): Promise<number> {
  const phone = await takeOut(folder, endings)
  const { page } = phone
  await page.goto(`${address}/families`)
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(provincePassword)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('.keys').waitFor()
  await page.keyboard.type(pin, { delay: 30 })
  await page.waitForTimeout(500)
  const began = performance.now()
  await page.keyboard.type(pin, { delay: 30 })
  await page.locator('.fam').first().waitFor()
  const took = performance.now() - began
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  // The worker has the pages when it controls them.
  await page.waitForFunction(async () => (await caches.keys()).length > 0)
  await page.waitForTimeout(2000)
  await phone.context.close()
  return took
}

async function startCold(page: Page, address: string, times: Times): Promise<void> {
  await page.goto(`${address}/families`, { waitUntil: 'commit' })
  await page.evaluate(() => window.stopwatch.until('.keys button:not([disabled])'))
  const door = await page.evaluate(() => performance.now())
  await page.keyboard.type(pin.slice(0, 5), { delay: 60 })
  const opened = await page.evaluate(async digit => {
    const unlocked = window.stopwatch.until('.keys', 'gone')
    const listed = window.stopwatch.until('.fam')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: digit }))
    return { unlock: await unlocked, list: await listed }
  }, pin.slice(5))
  times.door.push(door)
  times.unlock.push(opened.unlock)
  times.start.push(door + opened.list)
}

const keys = [
  'w',
  'ws',
  'wst',
  'ws',
  'w',
  '',
  '塘',
  '塘边',
  '塘边第',
  '塘边',
  '塘',
  '',
  '3',
  '王',
  '王守',
  '',
]

/** Each key: until its letter stands in the field, and until what was found has come to rest. */
async function search(page: Page, times: Times): Promise<void> {
  for (const text of keys) {
    const took = await page.evaluate(async typed => {
      const field = document.querySelector<HTMLInputElement>('.search input')
      if (field === null) throw new Error('no search field')
      let seen = 0
      const found = await window.stopwatch.untilChanged('.search', () => {
        const began = performance.now()
        // As the browser does it: the field's own setter, past the framework's.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed)
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        seen = performance.now() - began
      })
      return { ...found, seen }
    }, text)
    times.key.push(Math.max(took.first, took.seen))
    times.keySeen.push(took.seen)
    times.keyRest.push(took.last)
  }
}

async function openBriefs(page: Page, times: Times): Promise<void> {
  for (let at = 0; at < 6; at += 1) {
    const took = await page.evaluate(async at => {
      const rows = document.querySelectorAll<HTMLElement>('.fam')
      const shown = window.stopwatch.until('.brief')
      const row = rows[at * 3]
      if (row === undefined) throw new Error('no row to open')
      row.click()
      return shown
    }, at)
    times.brief.push(took)
    await page.waitForTimeout(100)
    await page.goBack()
    await page.locator('.fam').first().waitFor()
  }
}

const story =
  '坐了小半个钟头，先讲收成，今年木耳价钱还可以。门口那截路一下雨就走不出去，说了好几遍。我们说问到了给回话。'.repeat(
    4,
  )

async function saveDiaries(page: Page, times: Times): Promise<void> {
  for (let at = 0; at < 4; at += 1) {
    await page.evaluate(at => {
      const rows = document.querySelectorAll<HTMLAnchorElement>('a.fam')
      const family = rows[at * 4 + 1]?.getAttribute('href') ?? ''
      history.pushState(null, '', `${family}/diary/${crypto.randomUUID()}`)
    }, at)
    await page.locator('.diary textarea').fill(story)
    await page.waitForTimeout(1200)
    const took = await page.evaluate(async () => {
      const quiet = [...document.querySelectorAll<HTMLButtonElement>('button')]
      const sat = quiet.find(button => button.textContent?.includes('就是坐坐'))
      if (sat === undefined) throw new Error('no button to save with')
      const saved = window.stopwatch.until('.diary textarea', 'gone')
      sat.click()
      return saved
    })
    times.diary.push(took)
    await page.evaluate(() => history.pushState(null, '', '/families'))
    await page.locator('.fam').first().waitFor()
  }
}
