import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { asDay, dayOf, instantOf } from '#domain/base/days.ts'
import { launchBrowser, newPhone } from '#test/browser/browser.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import { setClockOff } from './clocks.ts'
import {
  enter,
  logOf,
  need,
  openVillage,
  pin,
  shownBy,
  untilReceived,
  visit,
  type Village,
} from './village.ts'

declare const page: DevicePage
declare const turnClock: (at: string) => void

const ahead = '2031-05-01T04:00:00.000Z'
const behind = '2019-05-01T04:00:00.000Z'

let browser: Browser
let village: Village
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  village = await openVillage()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await village.end()
})

async function phoneAt(clock: string | null): Promise<Page> {
  const phone = await newPhone(browser)
  if (clock !== null) await setClockOff(phone.context, clock)
  await enter(phone.page, village)
  await untilReceived(phone.page)
  await phone.page.waitForFunction(() => page.villages().length === 1)
  return phone.page
}

/** A visit with its story and a need of it, on the day that this phone calls today. */
async function tell(phone: Page, name: string): Promise<void> {
  const on = asDay(await phone.evaluate(() => page.today()))
  const told = visit(`visit-${name}`, 1, on)
  const acts = [told, need(`need-${name}`, 1, on)]
  expect(await phone.evaluate(acts => page.write(acts), acts)).toMatchObject({ ok: true })
}

const happenedOf = (name: string) =>
  village.campaign.context.db
    .selectFrom('changes')
    .select(['seq', 'happened_at', 'received_at'])
    .where(sql<boolean>`body->>'need' = ${`need-${name}`}`)
    .executeTakeFirstOrThrow()

test('[S18] phones years ahead and behind: nothing is refused, the order is the log’s, and each says that its clock is off', async () => {
  for (const [off, at] of [
    ['ahead', ahead],
    ['behind', behind],
    [null, null],
  ] as const) {
    const phone = await phoneAt(at)
    const name = off ?? 'right'
    expect(await phone.evaluate(() => page.clock())).toBe(off)
    expect(await phone.evaluate(() => page.today())).toBe(dayOf(village.campaign.now))
    await tell(phone, name)
    await untilReceived(phone)
    expect(await phone.evaluate(() => page.reviews())).toEqual([])
    const { happened_at, received_at } = await happenedOf(name)
    expect(Math.abs(Date.parse(happened_at) - Date.parse(received_at))).toBeLessThan(3_600_000)
  }
  const inOrder = ['ahead', 'behind', 'right'].flatMap(name => [`visit-${name}`, `need-${name}`])
  expect(await logOf(village)).toEqual(inOrder)
  const stories = await village.campaign.context.db.selectFrom('diaries').select('visit_id').execute()
  expect(stories).toHaveLength(3)
  expect(await shownBy(await phoneAt(behind))).toHaveLength(6)
})

test('[S18] a clock that goes wrong without a signal: what was said is kept as said, and a right day is taken', async () => {
  const phone = await phoneAt(new Date().toISOString())
  const on = dayOf(village.campaign.now)
  village.up = false
  for (const [name, at] of [
    ['ahead', ahead],
    ['behind', behind],
  ] as const) {
    await phone.evaluate(at => turnClock(at), at)
    const act = need(`need-${name}`, 1, on)
    expect(await phone.evaluate(act => page.write([act]), act)).toMatchObject({ ok: true })
  }
  village.up = true
  await untilReceived(phone)
  expect(await phone.evaluate(() => page.reviews())).toEqual([])
  expect(await logOf(village)).toEqual(['need-ahead', 'need-behind'])
  expect((await happenedOf('ahead')).happened_at).toContain('2031-05-01')
  // No clock tells a time before the server's last word.
  expect((await happenedOf('behind')).happened_at).toContain(village.campaign.now.slice(0, 10))
})

test('[S18] the server’s clock is years off and the phone’s is right: words still arrive, and the phone says so until it is mended', async () => {
  const right = village.campaign.now
  village.campaign.now = instantOf(Date.parse(ahead))
  const phone = await phoneAt(null)
  expect(await phone.evaluate(() => page.clock())).toBe('behind')
  await tell(phone, 'server-ahead')
  await untilReceived(phone)
  village.campaign.now = right
  await untilReceived(phone)
  expect(await phone.evaluate(() => page.clock())).toBeNull()
  await tell(phone, 'mended')
  await untilReceived(phone)
  // A server years behind knows of no grant yet: nothing is lost, and all goes out when it is mended.
  village.campaign.now = instantOf(Date.parse(behind))
  await phone.evaluate(() => page.syncNow())
  village.campaign.now = right
  await untilReceived(phone)
  await phone.waitForFunction(() => page.villages().length === 1)
  await tell(phone, 'again')
  await untilReceived(phone)
  expect(await logOf(village)).toHaveLength(6)
  expect(await phone.evaluate(() => page.reviews())).toEqual([])
})

test('[S18] a wait for the PIN ends, and is no longer than itself, however the clock is turned', async () => {
  const phone = await phoneAt(new Date().toISOString())
  await phone.evaluate(() => page.door.lock())
  await phone.evaluate(at => turnClock(at), ahead)
  const tryWrong = () => phone.evaluate(() => page.door.unlock('000000'))
  for (let tries = 0; tries < 3; tries++) expect(await tryWrong()).toMatchObject({ because: 'wrong-pin' })
  await phone.evaluate(at => turnClock(at), new Date().toISOString())
  expect(await tryWrong()).toMatchObject({ because: 'wait', waitSeconds: 5 })
  await expect
    .poll(() => phone.evaluate(pin => page.door.unlock(pin), pin), { interval: 500, timeout: 30_000 })
    .toEqual({ ok: true })
  expect(await phone.evaluate(() => page.session().is)).toBe('open')
  expect(await shownBy(phone)).toEqual([])
  // Set back while it lies open, a clock does not tell how long nobody has touched the phone: it locks.
  await phone.evaluate(at => turnClock(at), behind)
  await phone.waitForFunction(() => page.session().is === 'locked')
})
