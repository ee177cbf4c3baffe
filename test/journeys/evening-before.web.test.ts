import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, picture, type Language, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

/* Journey 2: the evening before. 周敏 opens 今天; the village is asked on the cadre's phone, by a link and in one call; three briefs are read; readiness falls silent. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'the evening before, in $language',
  ({ language }) => {
    let stage: Stage
    beforeAll(async () => {
      stage = await openStage()
    })
    afterAll(() => stage.end())

    const words = wordsOf(language)
    const isChinese = language === 'zh-CN'
    const open = (page: Page, name: string) =>
      page
        .getByRole('link', { name: new RegExp(name) })
        .first()
        .click()

    test('[H1] [H2] [H4] [H5] three families tomorrow: asked by phone, link and call; read; readiness turns quiet', async () => {
      const page = await stage.phone('zhoumin', { language })
      await page.getByText('王守田').first().waitFor()
      expect(await page.getByText(words.today.goTomorrow(3)).count()).toBe(1)
      await picture(page, language, '2-today')

      await page.getByRole('link', { name: words.today.advice }).first().click()
      await page.getByText(words.asking.ways).waitFor()
      await picture(page, language, '2-ask-the-village')
      const unasked = await page.getByText(words.asking.standing['still-missing']).count()
      expect(unasked).toBeGreaterThan(0)
      await page.getByText(words.asking.send).click()
      await page.getByText(words.asking.sent).waitFor()

      const cadre = await stage.phone('liuyulan', { language })
      await cadre.getByText('赵春梅').first().waitFor()
      expect(await cadre.getByText('冷库').count()).toBe(0)
      await picture(cadre, language, '2-how-to-arrive')

      const address = await makeLink(page)
      await askByTelephone(page)
      expect(await page.getByText(words.asking.standing.ready).count()).toBe(2)
      await answerByLink(address)
      await page.getByText(words.asking.nothing).waitFor({ timeout: 60_000 })

      await page.getByRole('link', { name: words.base.back }).first().click()
      await page.getByText(words.today.goTomorrow(3)).waitFor()
      await said(page)
      await picture(page, language, '2-today-ready')
      for (const family of ['王守田', '赵春梅', '付远志']) {
        await open(page, family)
        await page.getByText(words.brief.adviceHeading).waitFor()
        expect(await page.getByText(words.today.reasons['advice-missing']).count()).toBe(0)
        if (family === '王守田') await picture(page, language, '2-brief')
        if (family === '赵春梅') await picture(page, language, '2-brief-asked')
        await page.getByRole('link', { name: words.base.back }).first().click()
      }
      await page.getByRole('link', { name: words.today.teamPlan }).click()
      await page.getByText(words.plan.under).waitFor()
      await picture(page, language, '2-team-plan')
    })

    test('[H1] a brief is one page of A5, of a first visit and of the family of which most is known', async () => {
      const page = await stage.phone('zhoumin', { language })
      await page.getByText('王守田').first().waitFor()
      for (const family of ['王守田', '赵春梅', '付远志']) {
        await open(page, family)
        await page.getByText(words.brief.adviceHeading).waitFor()
        expect([family, ...(await sheetsOf(page))]).toEqual([family, '420 x 595'])
        await page.getByRole('link', { name: words.base.back }).first().click()
      }
    })

    async function makeLink(page: Page): Promise<string> {
      await page.getByText(words.asking.link, { exact: true }).click()
      await page.getByRole('radio', { name: /刘玉兰/ }).check()
      await picture(page, language, '2-make-a-link')
      await page.getByRole('button', { name: words.asking.make }).click()
      const shown = page.locator('.link-address')
      await shown.waitFor()
      const address = await shown.innerText()
      expect(address).toMatch(/\/a\/([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
      await page.getByRole('button', { name: words.base.close }).click()
      return address
    }

    /** On a telephone of nobody: no account, no script. */
    async function answerByLink(address: string) {
      const village = await stage.visitor({ language })
      await village.goto(`${address}?lang=${language}`)
      await picture(village, language, '2-link')
      expect(await village.content()).not.toContain('冷库')
      const first = village.locator('section.advice').first()
      await first.getByRole('radio', { name: isChinese ? '收工后' : 'After work' }).check({ force: true })
      await first.locator('textarea').fill('先在院外喊一声，狗拴着')
      await first.locator('button').click()
      await first.getByText(isChinese ? '他家您说过了' : 'You have told us about this family').waitFor()
      await village.evaluate(axe.source)
      // The page has just been given axe.
      const broken = await village.evaluate(
        'axe.run(document).then(({ violations }) => violations.map(({ id }) => id))',
      )
      expect(broken).toEqual([])
    }

    async function askByTelephone(page: Page) {
      await page.getByText(words.asking.telephone).click()
      // The cadre says: this one I write myself, through the link.
      await page.getByText(words.asking.whichOf(1, 2)).waitFor()
      await page.getByRole('button', { name: words.asking.skip }).click()
      await page.getByText(words.asking.whichOf(2, 2)).waitFor()
      await page.getByLabel(words.advice.whoSaid).fill('刘玉兰，妇女主任')
      await page.getByLabel(words.advice.anythingElse).fill('他家是钉子户')
      await page.getByText(words.arriving.points('钉子户')).click()
      await page.getByText(words.arriving.instead).waitFor()
      await said(page)
      await picture(page, language, '2-arrive-well')
      await page.getByLabel(words.advice.anythingElse).fill('天擦黑去，先听他把话说完')
      await picture(page, language, '2-one-call')
      await page.getByRole('button', { name: words.asking.keepLast }).click()
      await page.getByText(words.asking.done(1)).waitFor()
      await page.getByText(words.asking.ways).waitFor()
    }
  },
)

/** What was said at the foot of the screen has gone. */
const said = (page: Page): Promise<void> => page.locator('.toast').waitFor({ state: 'detached' })

/** The size of each page as it would be printed, in points. */
async function sheetsOf(page: Page): Promise<readonly string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`,
  )
}
