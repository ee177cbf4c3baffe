import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser, newPhone } from '#test/browser/browser.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import * as t from '#test/server/campaign.ts'
import { between, chanceFrom } from './chance.ts'
import {
  enter,
  logOf,
  need,
  openVillage,
  shownBy,
  storyOf,
  untilReceived,
  visit,
  type Village,
} from './village.ts'

declare const page: DevicePage

let browser: Browser
let village: Village
let context: BrowserContext
let first: Page
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  village = await openVillage()
  const phone = await newPhone(browser)
  context = phone.context
  first = phone.page
  await enter(first, village)
  await untilReceived(first)
})
afterEach(async () => {
  await context.close()
  await village.end()
})

const names = (of: string, count: number) => Array.from({ length: count }, (_, at) => `${of}-${at}`)
const write = (tab: Page, of: readonly string[]) =>
  tab.evaluate(
    async acts => {
      for (const act of acts) {
        const { ok } = await page.write([act])
        if (!ok) throw new Error('not written')
      }
    },
    of.map((name, at) => (name.startsWith('visit') ? visit(name, at) : need(name, at))),
  )
const untilAll = (tab: Page, count: number) =>
  tab.waitForFunction(
    count =>
      page
        .villages()
        .flatMap(({ households }) => households.flatMap(({ visits, needs }) => [...visits, ...needs]))
        .length === count,
    count,
    { timeout: 60_000 },
  )

test('[S1] [S2] [S16] a signal that comes and goes while two hundred stories go out: all arrive, each once', async () => {
  const chance = chanceFrom(4)
  const written = names('visit-flap', 200)
  await context.setOffline(true)
  await write(first, written)
  for (let flap = 0; flap < 25; flap++) {
    await context.setOffline(false)
    void first.evaluate(() => page.syncNow()).catch(() => null)
    await wait(between(chance, 0, 120))
    if (flap % 2 === 0) await context.setOffline(true)
    else village.up = false
    await wait(between(chance, 0, 60))
    // While it is away the screen never says that all was received, unless it was.
    const said = await first.evaluate(() => page.truth().is)
    if (said === 'received') expect((await logOf(village)).length).toBe(200)
    village.up = true
  }
  await context.setOffline(false)
  await untilReceived(first)
  expect((await logOf(village)).toSorted()).toEqual(written.toSorted())
  const stories = await village.campaign.context.db.selectFrom('diaries').select('story').execute()
  expect(stories.map(({ story }) => story).toSorted()).toEqual(written.map(storyOf).toSorted())
})

test('[S20] three tabs write at the same moment: all show the same, each once', async () => {
  const tabs = [first, await context.newPage(), await context.newPage()]
  for (const tab of tabs.slice(1)) await enter(tab, village)
  await Promise.all(tabs.map((tab, at) => write(tab, names(`need-tab-${at}`, 30))))
  for (const tab of tabs) await untilAll(tab, 90)
  await untilReceived(first)
  const [one, ...others] = await Promise.all(tabs.map(shownBy))
  for (const other of others) expect(other.toSorted()).toEqual(one?.toSorted())
  expect((await logOf(village)).toSorted()).toEqual(one?.toSorted())
})

test('[S16] [S20] the tab that syncs is closed in the middle of it: another goes on, nothing is lost or sent as two', async () => {
  const others = [await context.newPage(), await context.newPage()]
  for (const tab of others) await enter(tab, village)
  let count = 0
  for (const [round, tab] of [first, ...others.slice(0, 1)].entries()) {
    village.up = false
    await tab.bringToFront()
    await write(tab, names(`visit-led-${round}`, 40))
    count += 40
    village.up = true
    void tab.evaluate(() => page.syncNow()).catch(() => null)
    await wait(30)
    await tab.close()
  }
  const left = others[1]
  if (left === undefined) throw new Error('no tab is left')
  await untilReceived(left)
  expect(await logOf(village)).toHaveLength(count)
  expect(new Set(await logOf(village)).size).toBe(count)
  expect((await shownBy(left)).toSorted()).toEqual((await logOf(village)).toSorted())
})

test('[S16] [S20] the tab that syncs crashes in the middle of it: another goes on, nothing is lost or sent as two', async () => {
  const tabs = [first, await context.newPage(), await context.newPage()] as const
  for (const tab of tabs.slice(1)) await enter(tab, village)
  let count = 0
  // The one opened last leads; after it the one that stands first in line.
  for (const [round, tab] of [tabs[2], tabs[0]].entries()) {
    village.up = false
    await write(tab, names(`visit-crashed-${round}`, 40))
    count += 40
    village.up = true
    void tab.evaluate(() => page.syncNow()).catch(() => null)
    await wait(30)
    await crash(tab)
  }
  await untilReceived(tabs[1])
  expect(await logOf(village)).toHaveLength(count)
  expect(new Set(await logOf(village)).size).toBe(count)
  expect((await shownBy(tabs[1])).toSorted()).toEqual((await logOf(village)).toSorted())
  await write(tabs[1], ['need-afterwards'])
  await untilReceived(tabs[1])
  expect(await logOf(village)).toContain('need-afterwards')
})

/** The tab's process dies, as it does on a phone with too little memory. */
async function crash(tab: Page): Promise<void> {
  const crashed = tab.waitForEvent('crash')
  const session = await context.newCDPSession(tab)
  session.send('Page.crash').catch(() => null)
  await crashed
}

test('[S2] the session ends while there is no signal: work goes on, and after signing in again all is sent', async () => {
  await context.setOffline(true)
  await write(first, names('visit-before', 5))
  await village.campaign.context.pool.query('delete from session')
  await context.clearCookies()
  await write(first, names('need-after', 5))
  expect(await shownBy(first)).toHaveLength(10)
  await context.setOffline(false)
  await first.evaluate(() => page.syncNow())
  await first.waitForFunction(() => {
    const truth = page.truth()
    return truth.is === 'waiting' && truth.signInAgain && truth.count === 10
  })
  // Asked to sign in again, one can still read and write.
  await write(first, ['need-meanwhile'])
  const signedIn = await first.evaluate(word => page.door.signIn('zhoumin', word), t.password)
  expect(signedIn).toEqual({ ok: true })
  await untilReceived(first)
  expect(await logOf(village)).toHaveLength(11)
  expect(new Set(await logOf(village)).size).toBe(11)
})
