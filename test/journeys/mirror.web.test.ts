import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceTextOf } from './device-text.ts'
import { allTextOf } from './kept-text.ts'
import { openStage, typePin, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

const words = wordsOf('zh-CN')
const story =
  '到他家走访，宣传了政策，了解了家庭基本情况，叮嘱注意防火防汛，家里一切都好，没有什么困难，群众表示满意。我答应帮他请人来看看水管。'
const families = ['付远志', '王守田']

describe('the mirror', () => {
  let stage: Stage
  let page: Page
  const sent: string[] = []
  beforeAll(async () => {
    stage = await openStage()
    // The day of the visits.
    stage.letPass(24 * 3_600_000)
    page = await stage.phone('zhoumin')
    page.on('request', request => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  })
  afterAll(() => stage.end())

  test('[H14] it knows the author’s other diaries on this phone, says two things at most, and is gone when closed', async () => {
    for (const family of families) await tell(family)
    const hints = await page.locator('.mirror li').allInnerTexts()
    expect(hints.length).toBeLessThanOrEqual(2)
    expect(hints.join('')).toContain(words.diary.mirrored['like-another-diary']())
    await page.reload()
    await typePin(page)
    await page.getByText(words.diary.savedName).first().waitFor()
    expect(await page.locator('.mirror').count()).toBe(0)
  })

  test('[H14] it leaves the phone in no request, and is kept nowhere', async () => {
    await page.waitForTimeout(3_000)
    const kept = [
      await deviceTextOf(page),
      await allTextOf(stage.server.context.db),
      ...stage.logged,
      ...sent,
    ]
    for (const said of ['很像', 'like-another-diary', 'promise-without-day', '补个日子', 'mirror'])
      expect(kept.some(text => text.includes(said))).toBe(false)
  })

  async function tell(family: string) {
    const tab = page.locator('nav a[href="/families"]')
    if ((await tab.count()) === 0) await page.getByRole('link', { name: words.diary.shut }).click()
    await tab.click()
    await page
      .getByRole('link', { name: new RegExp(family) })
      .first()
      .click()
    await page.getByRole('link', { name: words.brief.writeDiary }).click()
    await page.getByRole('textbox').fill(story.replace('他家', `${family}家`))
    await page.getByText(words.diary.justSaved).waitFor()
    await page.getByRole('button', { name: words.diary.readIt }).click()
    await page
      .getByRole('button', { name: new RegExp(`${words.reading.keepAll}|${words.reading.keepRest}`) })
      .click()
    await page.getByText(words.diary.savedName).first().waitFor()
  }
})
