import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { asId, type VisitId } from '#domain/base/ids.ts'
import { launchBrowser, newPhone } from '#test/browser/browser.ts'
import { gaoqiao } from '#test/builders/people.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import * as t from '#test/server/campaign.ts'
import { openPhoneAt } from './phones.ts'
import { portOf } from './road.ts'
import { enter, familyAt, openVillage, untilReceived, visit, type Village } from './village.ts'

declare const page: DevicePage

/* What may happen to a diary and to a phone happens to the voice note as well. What is said here stands for sound. */
const said = ['他家的', '水沟', '下周三前', '请人来看']

let browser: Browser
let village: Village
let context: BrowserContext
let phone: Page
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  village = await openVillage()
  const made = await newPhone(browser)
  context = made.context
  phone = made.page
  await enter(phone, village)
  await untilReceived(phone)
})
afterEach(async () => {
  await context.close()
  await village.end()
})

const own = asId<VisitId>('visit-spoken')

/** A note about a visit, spoken and saved without a signal. */
async function speakAndSave(name: VisitId = own): Promise<void> {
  village.up = false
  await speak(name)
  expect(await phone.evaluate(act => page.write([act]), visit(name, 0))).toMatchObject({ ok: true })
}

const speak = (name: VisitId) =>
  phone.evaluate(([about, pieces]) => page.speak(about, pieces), [
    { village: gaoqiao, household: familyAt(0), visit: name, mime: 'audio/webm' },
    said,
  ] as const)

const hear = (name: VisitId = own) =>
  phone.evaluate(([name, village]) => page.hear(name, village), [name, gaoqiao] as const)

const notesAtServer = () =>
  village.campaign.context.db.selectFrom('voices').select(['visit_id', 'pieces']).execute()

test('[S5] a forgotten PIN loses no note: what was not sent arrives, and its speaker hears it from the server', async () => {
  await speakAndSave()
  await phone.evaluate(() => page.door.lock())
  await phone.evaluate(() => page.door.forgotPin())
  village.up = true
  await phone.evaluate(([name, word]) => page.door.signIn(name, word), ['zhoumin', t.password] as const)
  await phone.waitForFunction(() => page.session().is === 'no-pin')
  await phone.evaluate(digits => page.door.choosePin(digits), '135791')
  await phone.waitForFunction(() => page.session().is === 'open')
  await expect
    .poll(async () => (await untilReceived(phone), await notesAtServer()), { timeout: 30_000 })
    .toEqual([{ visit_id: own, pieces: said.length }])
  expect(await hear()).toEqual([said.join('')])
})

test('[S6] after a restore that has forgotten a note it is sent again', async () => {
  await speakAndSave()
  village.up = true
  await untilReceived(phone)
  expect(await notesAtServer()).toHaveLength(1)
  const { db } = village.campaign.context
  await db.deleteFrom('voices').execute()
  await db.updateTable('host').set({ epoch: 'epoch-two' }).execute()
  await expect
    .poll(async () => (await untilReceived(phone), await notesAtServer()), { timeout: 30_000 })
    .toEqual([{ visit_id: own, pieces: said.length }])
})

test('[S10] where a colleague recorded the visit first, the note goes with the visit of one’s own', async () => {
  const planned = asId<VisitId>('visit-of-two')
  await speakAndSave(planned)
  const { campaign } = village
  const other = await t.enlist(campaign, { role: 'visitor', name: '何岚', username: 'helan' })
  await t.makeTeam(campaign, [other], [gaoqiao], { from: '2023-01-01' })
  const address = `http://127.0.0.1:${portOf(campaign.app.server)}`
  const { engine } = await openPhoneAt(address, { username: 'helan', password: t.password })
  await engine.sync()
  await engine.write([visit(planned, 0)])
  expect(await engine.sync()).toMatchObject({ ok: true })
  village.up = true
  await phone.evaluate(() => page.syncNow())
  await phone.waitForFunction(() => page.refused() === 1)
  expect(await notesAtServer()).toEqual([])
  await phone.evaluate(async name => {
    const [refused] = page.reviews()
    if (refused?.change.kind !== 'visit.record') throw new Error('nothing was refused')
    await page.resend(refused.change.id, { ...refused.change.body, visit: name })
  }, own)
  await expect
    .poll(async () => (await untilReceived(phone), await notesAtServer()), { timeout: 30_000 })
    .toEqual([{ visit_id: own, pieces: said.length }])
  expect(await hear()).toEqual([said.join('')])
})

test('[S2] signing out is refused while a note waits, and the screen does not say received', async () => {
  await speakAndSave()
  village.up = true
  // The change arrives, the note does not.
  await context.route('**/api/voices', route => route.abort())
  await phone.evaluate(() => page.syncNow())
  await phone.waitForFunction(() => page.truth().is === 'waiting')
  expect(await phone.evaluate(() => page.truth())).toMatchObject({ is: 'waiting', count: 1 })
  expect(await phone.evaluate(() => page.door.signOut())).toEqual({
    ok: false,
    because: 'not-sent',
    count: 1,
  })
  await context.unroute('**/api/voices')
  await untilReceived(phone)
  expect(await notesAtServer()).toHaveLength(1)
  expect(await phone.evaluate(() => page.door.signOut())).toEqual({ ok: true })
})

test('[S13] a note that was received is forgotten with its village', async () => {
  await speakAndSave()
  village.up = true
  await untilReceived(phone)
  expect(await phone.evaluate(() => page.voices())).toMatchObject([{ stands: 'received' }])
  await village.campaign.context.db.deleteFrom('team_villages').execute()
  await expect
    .poll(
      async () => (await phone.evaluate(() => page.syncNow()), await phone.evaluate(() => page.voices())),
      {
        timeout: 30_000,
      },
    )
    .toEqual([])
  expect(await notesAtServer()).toHaveLength(1)
})
