import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asInstant, dayOf } from '#domain/base/days.ts'
import { openStage, picture, type Language, type Stage } from './stage.ts'
import { deskWordsOf, wordsOf } from './words.ts'

const sent = '屋后的水沟堵了，一下雨就往灶屋里灌。'
const later = `她家灶屋的电线老化了，一烧水就跳闸。
我说下周三前把电工请来。`
const hour = 3_600_000

/* Journey 11: a phone is lost on the way home. What was sent is safe, what was not is said, and the finder gets nothing. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'a lost phone, in $language',
  ({ language }) => {
    const words = wordsOf(language)
    const desk = deskWordsOf(language).devices
    let stage: Stage
    let lost: Page
    let leader: Page
    beforeAll(async () => {
      stage = await openStage()
      // The evening after the visits.
      stage.letPass(25 * hour)
      lost = await stage.phone('zhoumin', { language })
    })
    afterAll(() => stage.end())

    test('[S2] what was written with signal is received', async () => {
      await lost.getByText(words.sync.received).first().waitFor()
      await write('王守田', sent)
      await lost.getByText(words.sync.received).first().waitFor()
      expect(await needsOf('demo-family-wang')).toContain(sent.slice(0, 5))
    })

    test('[S17] more is written without signal; it comes back for a moment, a part is sent, and the phone says what waits', async () => {
      await lost.context().setOffline(true)
      await write('赵春梅', later)
      await comeBackForAMoment(lost)
      await expect.poll(async () => (await deviceOfZhouMin()).waiting, { timeout: 20_000 }).toBeGreaterThan(0)
    })

    test('[S13] the leader sees what waits there, revokes the phone, and reads what is safe and what is lost', async () => {
      leader = await stage.desk('helan', { language })
      await leader.getByRole('link', { name: desk.name, exact: true }).click()
      await leader
        .getByRole('row', { name: /周敏/ })
        .getByText(await waitsThere())
        .waitFor()
      await picture(leader, language, '11-phones')
      await leader.getByRole('button', { name: desk.actFor('周敏') }).click()
      const sheet = leader.getByRole('dialog')
      await sheet.getByText(desk.sheet.receivedMeans).waitFor()
      await sheet.getByText(await lostThere()).waitFor()
      await leader.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
      await picture(leader, language, '11-lost')
      await sheet.getByRole('button', { name: desk.sheet.stop }).click()
      await sheet.waitFor({ state: 'hidden' })
      await leader
        .getByRole('row', { name: /周敏/ })
        .getByText(await lostThere())
        .waitFor()
      await leader.getByText(desk.stopped('周敏')).waitFor({ state: 'hidden' })
      await picture(leader, language, '11-revoked')
    })

    test('[S13] the finder, with signal, is refused and the phone is wiped; nothing more of it is taken in', async () => {
      const before = await changesKept()
      expect((await databasesOn(lost)).some(isOfAPerson)).toBe(true)
      await lost.context().unroute('**/api/sync')
      await lost.context().setOffline(false)
      await lost.getByText(words.rescue.revoked('周敏')).waitFor()
      await picture(lost, language, '11-wiped')
      expect((await databasesOn(lost)).filter(isOfAPerson)).toEqual([])
      expect(await changesKept()).toBe(before)
      await lost.reload()
      await lost.locator('input[name=username]').waitFor()
      expect(await lost.locator('body').innerText()).not.toMatch(/王守田|赵春梅/)
    })

    test('the visitor signs in on a new phone, and all that had been sent is there', async () => {
      const fresh = await stage.phone('zhoumin', { language })
      await fresh.getByText(words.sync.received).first().waitFor()
      await fresh.locator('a[href="/needs"]').first().click()
      await fresh.getByText(sent.slice(0, 5)).first().waitFor()
      await picture(fresh, language, '11-new-phone')
    })

    /** A visit is written down: every finding is taken, all is kept. */
    async function write(family: string, story: string) {
      await lost.locator('a[href="/today"]').first().click()
      const link = lost.getByRole('link', { name: new RegExp(family) })
      await link.first().click()
      await lost
        .getByRole('link', { name: new RegExp(`${words.brief.takeAlong}|${words.brief.start}`) })
        .click()
      await lost.getByText(words.diary.onWay).click()
      await lost.getByRole('textbox').fill(story)
      await lost.getByText(words.diary.justSaved).waitFor()
      await lost.getByRole('button', { name: words.diary.readIt }).click()
      const findings = lost.locator('.finds > li')
      await findings.first().waitFor()
      for (const finding of await findings.all()) await finding.getByRole('button').first().click()
      await lost
        .getByRole('button', { name: new RegExp(`${words.reading.keepAll}|${words.reading.keepRest}`) })
        .click()
      await lost.getByText(words.diary.savedName).first().waitFor()
      await lost.getByRole('link', { name: words.diary.shut }).click()
    }

    /** The line is thin: all at once is too much for it, a part gets through, then it is gone again. */
    async function comeBackForAMoment(page: Page) {
      let posted = 0
      await page.context().route('**/api/sync', async route => {
        posted += 1
        if (posted === 1) return route.fulfill({ status: 413, json: { because: 'too-large' } })
        if (posted === 2) return route.continue()
        return route.abort('internetdisconnected')
      })
      await page.context().setOffline(false)
      await expect.poll(() => posted, { timeout: 30_000 }).toBeGreaterThan(2)
      await page.context().setOffline(true)
    }

    async function deviceOfZhouMin() {
      const { db } = stage.server.context
      return db
        .selectFrom('devices')
        .innerJoin('people', 'people.id', 'devices.person_id')
        .select(['waiting', 'oldest_at'])
        .where('people.name', '=', '周敏')
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow()
    }

    const waitsThere = async () => desk.waits(...(await waitingSince()))
    const lostThere = async () => desk.lost(...(await waitingSince()))

    /** How many wait by the phone's own word, and since when, as the desk says it. */
    async function waitingSince(): Promise<readonly [number, string]> {
      const { rows } = await stage.server.context.pool.query<{ waiting: number; oldest_at: string | null }>(
        `select waiting, oldest_at from devices join people on people.id = person_id where name = '周敏'`,
      )
      const [row] = rows
      if (row === undefined) throw new Error('no phone of 周敏')
      if (row.oldest_at === null) return [row.waiting, '']
      const at = asInstant(new Date(row.oldest_at).toISOString())
      const today = dayOf(stage.clock())
      return [row.waiting, `${words.days.day(dayOf(at), today)} ${words.days.clock(at)}`]
    }

    async function needsOf(household: string) {
      const { state } = await stage.server.context.db
        .selectFrom('households')
        .select('state')
        .where('household_id', '=', household)
        .executeTakeFirstOrThrow()
      return state.needs.map(need => need.quote).join('\n')
    }

    async function changesKept() {
      const { rows } = await stage.server.context.pool.query<{ count: string }>(
        'select count(*) from changes',
      )
      return rows[0]?.count
    }
  },
)

const databasesOn = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))

/** Each person has a database of their own; the roll of who works here is another. */
const isOfAPerson = (name: string): boolean => /^wuxin-[^-]+-/.test(name)
