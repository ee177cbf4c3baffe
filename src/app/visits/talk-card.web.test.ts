import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, picture, type Stage } from '../../../test/journeys/stage.ts'
import { wordsOf } from '../../../test/journeys/words.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.end())

/* The card of the longest demo family, and of one without a topic of its own, in a dim room and in large type. */
test.each([
  { language: 'zh-CN', size: 'm', family: 'demo-family-wang' },
  { language: 'zh-CN', size: 'xl', family: 'demo-family-wang' },
  { language: 'en', size: 'l', family: 'demo-family-fu' },
] as const)(
  '[H7] the card of $family in $language at size $size: nothing to fill in, nothing cut off, readable by day and night',
  async ({ language, size, family }) => {
    const words = wordsOf(language)
    const phone = await stage.phone('zhoumin', { language, size })
    await phone.evaluate(address => history.pushState(null, '', address), `/families/${family}/talk`)
    await phone.locator('.call').waitFor()
    for (const light of ['day', 'night'] as const) {
      if (light === 'night') await phone.getByText(words.talk.darker).click()
      expect(await phone.locator('input, textarea, select, [contenteditable=true]').count()).toBe(0)
      const wide = await phone.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide).toBe(0)
      for (const row of [words.talk.open, words.talk.praise, words.talk.askAdvice, words.talk.leave])
        await phone.locator('.talk dt', { hasText: row }).waitFor()
      await accessible(phone)
      if (light === 'day' && size !== 'm') await picture(phone, language, '3-large-type')
    }
    await phone.getByRole('button', { name: words.talk.beforePromising }).click()
    await phone.getByText(language === 'en' ? 'Is this mine to do?' : '这事归我管吗？').waitFor()
    if (size !== 'xl') await picture(phone, language, '3-before-promising')
  },
)

/** No fault of accessibility that a program can find (WCAG 2 A and AA). */
async function accessible(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found: readonly string[] = await page.evaluate(
    // The page has just been given axe.
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa"] }).then(({ violations }) => violations.map(({ id }) => id))',
  )
  expect(found).toEqual([])
}
