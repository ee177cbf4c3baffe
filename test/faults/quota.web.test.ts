import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser, newPhone } from '#test/browser/browser.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import {
  enter,
  logOf,
  openVillage,
  pin,
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
let phone: Page
let disk: CDPSession
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  village = await openVillage()
  const made = await newPhone(browser)
  context = made.context
  phone = made.page
  disk = await context.newCDPSession(phone)
  // Before anything is written: the browser asks for the room left only when what it knew of is used up.
  await giveRoom(2_000_000)
  await enter(phone, village)
  await untilReceived(phone)
})
afterEach(async () => {
  await context.close()
  await village.end()
})

/** So much may this address keep, in bytes; null: as much as the browser likes. */
const giveRoom = (quotaSize: number | null) =>
  disk.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(village.ground.address).origin,
    ...(quotaSize === null ? {} : { quotaSize }),
  })

/** Fills what is left with other things of the same address, down to the last hundred bytes. */
const fill = () =>
  phone.evaluate(async () => {
    const shelf = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('filling', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('pieces', { autoIncrement: true })
      opening.onsuccess = () => resolve(opening.result)
      opening.addEventListener('error', () => reject(new Error('not opened')))
    })
    const put = (size: number) =>
      new Promise<string | null>(resolve => {
        const writing = shelf.transaction('pieces', 'readwrite')
        writing.objectStore('pieces').put(crypto.getRandomValues(new Uint8Array(size)))
        writing.addEventListener('complete', () => resolve(null))
        writing.addEventListener('abort', () => resolve(writing.error?.name ?? 'unknown'))
      })
    let refused: string | null = null
    for (const size of [60_000, 6_000, 600, 100]) while ((refused = await put(size)) === null);
    return refused
  })

const write = (name: string) => {
  const act = visit(name, 0)
  return phone.evaluate(act => page.write([act]), act)
}
const draft = () => phone.evaluate(() => page.draft('diary/visit-being-written'))
const typed = '守田叔留我们喝了茶，说起门口那截路'

test('[S21] the quota is filled: said at once, the words stay on the screen, nothing pretends; with room again all goes on', async () => {
  village.up = false
  expect(await write('visit-before')).toMatchObject({ ok: true })
  expect(await fill()).toBe('QuotaExceededError')
  await phone.evaluate(text => page.setDraft('diary/visit-being-written', text), typed)
  await phone.waitForFunction(() => page.draft('diary/visit-being-written').saved === 'not-stored')
  expect(await write('visit-full')).toEqual({ ok: false, because: 'not-stored' })
  expect(await phone.evaluate(() => page.truth())).toEqual({ is: 'not-stored' })
  expect(await shownBy(phone)).toEqual(['visit-before'])

  // The server takes what waited, and the phone cannot note that it did: nobody says that it was received.
  village.up = true
  await phone.evaluate(() => page.syncNow())
  expect(await phone.evaluate(() => page.truth())).toEqual({ is: 'not-stored' })
  expect(await draft()).toEqual({ text: typed, saved: 'not-stored' })
  expect(await logOf(village)).toEqual(['visit-before'])

  await giveRoom(null)
  await phone.waitForFunction(() => page.draft('diary/visit-being-written').saved === 'saved')
  expect(await write('visit-full')).toMatchObject({ ok: true })
  await untilReceived(phone)
  expect(await logOf(village)).toEqual(['visit-before', 'visit-full'])
  const stories = await village.campaign.context.db.selectFrom('diaries').select('story').execute()
  expect(stories.map(({ story }) => story)).toEqual([storyOf('visit-before'), storyOf('visit-full')])
  await enter(phone, village)
  expect(await shownBy(phone)).toEqual(['visit-before', 'visit-full'])
  expect(await draft()).toEqual({ text: typed, saved: 'saved' })
})

test('[S21] a full phone that is locked says that it has no room, counts nothing, and opens when there is some', async () => {
  await fill()
  await phone.evaluate(() => page.door.lock())
  const open = () => phone.evaluate(word => page.door.unlock(word), pin)
  for (let tries = 0; tries < 12; tries++)
    expect(await open()).toMatchObject({ ok: false, because: 'no-room' })
  await giveRoom(null)
  expect(await open()).toEqual({ ok: true })
  await untilReceived(phone)
})
