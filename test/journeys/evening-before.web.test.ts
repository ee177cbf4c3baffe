import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, picture, type Language, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

/* Journey 2: the evening before. 周敏 opens 今天; the village cadre is asked and answers; the brief is read; readiness falls silent. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'the evening before, in $language',
  ({ language }) => {
    let stage: Stage
    beforeAll(async () => {
      stage = await openStage()
    })
    afterAll(() => stage.end())

    const family = '赵春梅'
    const words = wordsOf(language)
    const open = (page: Page, name: string) =>
      page
        .getByRole('link', { name: new RegExp(name) })
        .first()
        .click()

    test('[H1] [H2] [H4] three families tomorrow: asked, told, read; readiness turns quiet', async () => {
      const page = await stage.phone('zhoumin', { language })
      await page.getByText('王守田').first().waitFor()
      expect(await page.getByText(words.today.goTomorrow(3)).count()).toBe(1)
      await picture(page, language, '2-today')

      await open(page, family)
      await page.getByRole('button', { name: words.brief.askVillage }).last().click()
      await picture(page, language, '2-ask-the-village')
      await page.getByText(words.advice.send).click()
      await page.getByText(words.advice.sent).waitFor()

      const cadre = await stage.phone('liuyulan', { language })
      await cadre.getByText(family).first().waitFor()
      expect(await cadre.getByText('冷库').count()).toBe(0)
      await picture(cadre, language, '2-how-to-arrive')
      await answerFor(cadre, family)

      await page.getByText('喊她名字就好').first().waitFor()
      await picture(page, language, '2-brief-asked')
      await page.goBack()
      await open(page, '王守田')
      await page.getByText(words.brief.promisedLast).waitFor()
      await page.getByText(words.advice.sent).waitFor({ state: 'hidden' })
      await picture(page, language, '2-brief')
    })

    async function answerFor(cadre: Page, of: string) {
      const section = cadre.locator('section', { hasText: of }).last()
      const begin = section.getByRole('button', { name: words.advice.about })
      if (await begin.count()) await begin.first().click()
      await section.getByRole('radio', { name: words.today.times['after-work'] }).check()
      await section.getByLabel(words.advice.howToCall).fill('喊她名字就好')
      await picture(cadre, language, '2-how-to-arrive-filled')
      await cadre
        .getByRole('button', { name: words.advice.tell('周敏') })
        .first()
        .click()
    }
  },
)
