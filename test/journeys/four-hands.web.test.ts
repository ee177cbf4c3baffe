import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, picture, typePin, type Language, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

const family = '付远志'
const visit = '/families/demo-family-fu'

const hers = {
  story: `在木耳棚里坐了半个钟头，远志边翻菌袋边说。冷库接电的事，他记着日子。
他说换了号，电话是 13900005501。`,
  number: '139 0000 5501',
}
const his = {
  story: `郝静留我喝茶，一诺在写作业。
她说家里的电话是 18700005502，白天打得通。`,
  number: '187 0000 5502',
}

/* Journey 5: two colleagues met the same family without signal. Both stories stand, and so do both numbers. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'four hands, in $language',
  ({ language }) => {
    const words = wordsOf(language)
    let stage: Stage
    let zhou: Page
    let tian: Page
    beforeAll(async () => {
      stage = await openStage()
      // The day of the visit that both were to make.
      stage.letPass(24 * 3_600_000)
      zhou = await stage.phone('zhoumin', { language })
      tian = await stage.phone('tianjianguo', { language })
    })
    afterAll(() => stage.end())

    test('[S10] [S11] without signal each writes a story and hears another number', async () => {
      for (const page of [zhou, tian]) await takeAway(page)
      await tell(zhou, hers.story)
      await tell(tian, his.story)
      await openFamily(zhou)
      await word(zhou, hers.number).waitFor()
      expect(await word(zhou, his.number).count()).toBe(0)
    })

    test('[S10] with the signal back both stories stand, the second as a visit of its own', async () => {
      await today(zhou)
      await bringBack(zhou)
      await zhou.getByText(words.sync.received).first().waitFor()
      await bringBack(tian)
      await toTab(tian, '/me')
      await tian.getByRole('link', { name: words.me.seeRefused }).click()
      await tian.getByText(words.me.asOwnMeans).waitFor()
      await picture(tian, language, '5-both-stories')
      await tian.getByRole('button', { name: words.me.asOwn }).click()
      await tian.getByText(words.me.reviewNone).waitFor()
      await today(tian)
      await tian.getByText(words.sync.received).first().waitFor()
      const { held, stories } = await kept()
      expect(held.toSorted()).toEqual(['周敏', '田建国'].toSorted())
      expect(stories.toSorted()).toEqual([hers.story, his.story].toSorted())
    })

    test('[S10] [H3] both see both numbers, each with who heard it; neither reads the other’s diary', async () => {
      for (const page of [zhou, tian]) {
        await today(page)
        await page.getByText(words.today.twoWords).waitFor()
      }
      await picture(zhou, language, '5-two-words-today')
      for (const page of [zhou, tian]) {
        await openFamily(page)
        for (const { number } of [hers, his]) await word(page, number).waitFor()
        await page.getByText(/周敏/).first().waitFor()
        await page
          .getByText(/田建国/)
          .first()
          .waitFor()
      }
      await differing(zhou).scrollIntoViewIfNeeded()
      await picture(zhou, language, '5-two-words')
      const [zhouSees, tianSees] = await Promise.all(
        [zhou, tian].map(page => page.locator('body').innerText()),
      )
      expect(zhouSees).not.toContain('一诺在写作业')
      expect(tianSees).not.toContain('翻菌袋')
    })

    test('[S10] one settles it with a tap, takes it back, and settles it', async () => {
      await use(tian, his.number)
      await tian.getByRole('button', { name: words.base.undo }).click()
      await tian.getByText(words.brief.leftOpen).waitFor()
      await use(tian, hers.number)
      await tian.getByText(words.brief.settledNote, { exact: true }).waitFor()
      await picture(tian, language, '5-settled')
    })

    test('[S10] the other sees which is used and who chose it; every word is still there', async () => {
      await zhou.getByText(words.brief.settledNote, { exact: true }).waitFor()
      await differing(zhou).scrollIntoViewIfNeeded()
      await picture(zhou, language, '5-settled-by-the-other')
      const said = await differing(zhou).innerText()
      for (const part of [hers.number, his.number, '138 0000 2418', '田建国', words.brief.inUseNow])
        expect(said).toContain(part)
      await today(zhou)
      expect(await zhou.getByText(words.today.twoWords).count()).toBe(0)
    })

    /** The phone where there is no signal; what it needs is on it. */
    async function takeAway(page: Page) {
      await page.getByText(words.sync.received).first().waitFor()
      await page.evaluate(() => navigator.serviceWorker.ready)
      await page.context().setOffline(true)
    }

    const bringBack = (page: Page) => page.context().setOffline(false)

    async function tell(page: Page, story: string) {
      await openFamily(page)
      await page.getByRole('link', { name: words.brief.writeDiary }).click()
      await page.getByRole('textbox').fill(story)
      await page.getByText(words.diary.justSaved).waitFor()
      await page.getByRole('button', { name: words.diary.readIt }).click()
      const telephone = page.locator('.finds > li', { hasText: words.reading.kinds.telephone }).first()
      await telephone.getByRole('button').first().click()
      await page
        .getByRole('button', { name: new RegExp(`${words.reading.keepAll}|${words.reading.keepRest}`) })
        .click()
      await page.getByText(words.diary.savedName).first().waitFor()
      await page.getByRole('link', { name: words.diary.shut }).click()
    }

    async function openFamily(page: Page) {
      await toTab(page, '/families')
      await page
        .getByRole('link', { name: new RegExp(family) })
        .first()
        .click()
      await page.waitForURL(`**${visit}`)
    }

    const today = (page: Page) => toTab(page, '/today')

    /** By the tabs, or back to a screen that has them. */
    async function toTab(page: Page, address: string) {
      const tab = page.locator(`nav a[href="${address}"]`)
      while ((await tab.count()) === 0) {
        await page.goBack()
        await page.waitForTimeout(200)
        if (await page.locator('.keys').count()) await typePin(page)
      }
      await tab.first().click()
    }

    const differing = (page: Page) => page.locator('.differs', { hasText: words.base.factNames.telephone })
    const word = (page: Page, number: string) => page.locator('.differs .v', { hasText: number })
    const use = (page: Page, number: string) =>
      page.getByRole('button', { name: words.brief.chooseThisOne(number), exact: true }).click()

    async function kept() {
      const { db } = stage.server.context
      const { state } = await db
        .selectFrom('households')
        .select('state')
        .where('household_id', '=', 'demo-family-fu')
        .executeTakeFirstOrThrow()
      const diaries = await db
        .selectFrom('diaries')
        .select('story')
        .where('household_id', '=', 'demo-family-fu')
        .execute()
      const held = state.visits.filter(({ on, outcome }) => outcome.is === 'held' && on === '2026-04-17')
      const stories = diaries.map(({ story }) => story)
      return {
        held: held.map(({ by }) => by.name),
        stories: stories.filter(story => [hers.story, his.story].includes(story)),
      }
    }
  },
)
