import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedTalk } from '#domain/visits/conversation/shipped/talk.ts'
import { isSaying, wordsIn } from '#domain/visits/conversation/talk-line.ts'
import { openStage, picture, typePin, type Language, type Stage } from '../../../../test/journeys/stage.ts'
import { deskWordsOf, wordsOf } from '../../../../test/journeys/words.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.end())

const words = deskWordsOf('zh-CN')
const tried = (page: Page, family: string) => page.locator('.tried li', { hasText: family })

async function open(path: string, language: Language = 'zh-CN'): Promise<Page> {
  const page = await stage.desk('liuwenqing', { language })
  await page.getByRole('button', { name: deskWordsOf(language).shell.signOut }).waitFor()
  await page.goto(`${stage.server.address}${path}`)
  await page.locator('h1').waitFor()
  return page
}

const send = (page: Page) => page.getByRole('button', { name: words.catalogues.save }).click()

describe('the words of the conversation card, at the office', () => {
  test.each(['zh-CN', 'en'] as const)(
    '[H7] stand part by part, and are tried on invented families, in %s',
    async language => {
      const { talk } = deskWordsOf(language)
      const list = await open('/desk/talk', language)
      await list.getByRole('link', { name: '谷雨茶采得怎么样？' }).waitFor()
      await accessible(list)
      await picture(list, language, 'office-talk-words')
      await list.getByRole('link', { name: '谷雨茶采得怎么样？' }).click()
      await list.getByRole('heading', { name: talk.tryOut }).waitFor()
      await tried(list, talk.families['alone'] ?? '')
        .getByText(talk.said, { exact: true })
        .waitFor()
      await list.getByLabel(talk.tryDay).fill('2026-10-20')
      await tried(list, talk.families['alone'] ?? '')
        .getByText(talk.notSaid, { exact: true })
        .waitFor()
      await accessible(list)
      await list.getByLabel(talk.tryDay).fill('2026-04-20')
      await picture(list, language, 'office-talk-line')
    },
  )

  test('[H7] [H10] what reads like an interrogation is said while it is written, and nothing of it is kept', async () => {
    const page = await open('/desk/talk/new-people')
    const zh = page.getByLabel(words.talk.zhAsk)
    await zh.fill('家里几口人？一年收入多少？')
    await page.getByText(words.catalogues.faults['several-questions']).waitFor()
    await picture(page, 'zh-CN', 'office-talk-refused')
    await zh.fill('您这钉子户，我早听说了。')
    await page.getByText(words.catalogues.faults['labels-people']).waitFor()
    await zh.fill('顺便登记一下。')
    await page.getByText('第 3 个字，「登记」').waitFor()
    await send(page)
    await page.getByText(words.catalogues.broken).waitFor()
    expect(await zh.inputValue()).toBe('顺便登记一下。')
    const kept = await stage.server.context.db.selectFrom('catalogues').select('version').execute()
    expect(kept).toEqual([])
  })

  test('[H7] what the office writes is on a visitor’s card, in the county’s own words, without a signal as well', async () => {
    const before = await praiseOn(await stage.phone('zhoumin'))
    const line = shippedTalk.filter(isSaying).find(one => readsAs(wordsIn(one, '420325'), before))
    const page = await open(`/desk/talk/${line?.id ?? ''}`)
    await page.getByRole('button', { name: words.talk.addLocal }).click()
    await page.getByLabel(words.talk.localAsk).last().fill('这是本县自己的夸法。')
    await send(page)
    await page.getByText('存好了，第 1 版').waitFor()
    const phone = await stage.phone('zhoumin')
    await phone.evaluate(() => navigator.serviceWorker.ready)
    await expect.poll(() => praiseOn(phone), { timeout: 60_000 }).toBe('这是本县自己的夸法。')
    await phone.context().setOffline(true)
    await phone.reload()
    await typePin(phone)
    expect(await praiseOn(phone)).toBe('这是本县自己的夸法。')
  })
})

describe('the formal channel, at the office', () => {
  test.each(['zh-CN', 'en'] as const)(
    '[H19] rights, days and places, and one line as the phone reads it, in %s',
    async language => {
      const { formal } = deskWordsOf(language)
      const page = await open('/desk/formal', language)
      await page.getByRole('heading', { name: formal.parts.place }).waitFor()
      await accessible(page)
      await picture(page, language, 'office-formal-channel')
      await page.getByRole('link', { name: '乡镇信访窗口' }).click()
      await page.getByLabel(formal.openWhen, { exact: true }).waitFor()
      await accessible(page)
      await picture(page, language, 'office-formal-line')
    },
  )

  test('[H19] a county’s own place, with its hours and its last day, reaches the phones of its villages', async () => {
    const page = await open('/desk/formal')
    await page.getByRole('link', { name: '县信访局' }).click()
    await page.getByLabel(words.formal.openWhen, { exact: true }).fill('周一到周五，早八点到晚五点半')
    await page.getByLabel(words.formal.telephone).fill('0719-3000000')
    await page.getByLabel(words.formal.area).selectOption('420325')
    await page.getByLabel(words.formal.until).fill('2026-12-31')
    await page.getByLabel(words.formal.checkedBy).fill('县信访局')
    await send(page)
    await page.getByText('存好了，第 1 版').waitFor()
    const phone = await stage.phone('zhoumin')
    await toRights(phone)
    await phone.getByText('周一到周五，早八点到晚五点半').waitFor({ timeout: 60_000 })
  })

  test('[H19] what has ended is read to nobody', async () => {
    const page = await open('/desk/formal/county-office')
    await page.getByLabel(words.formal.until).fill('2026-01-31')
    await page.getByText(words.catalogues.ended).first().waitFor()
    await send(page)
    await page.getByText('存好了').waitFor()
    const phone = await stage.phone('zhoumin')
    await toRights(phone)
    await expect.poll(() => phone.getByText('县信访局').count(), { timeout: 60_000 }).toBe(0)
    await phone.getByText('乡镇信访窗口').waitFor()
  })
})

const phoneWords = wordsOf('zh-CN')

async function toTalk(phone: Page, family = 'demo-family-fu') {
  await phone.locator('.keys').waitFor({ state: 'detached' })
  await phone.evaluate(address => history.pushState(null, '', address), `/families/${family}/talk`)
  await phone.locator('.call').waitFor()
}

/** The words of a line as they are read, with a child's name in its place. */
const readsAs = (words: string, read: string): boolean =>
  new RegExp(`^${words.replace('{child}', '.+')}$`, 'u').test(read)

async function toRights(phone: Page) {
  await toTalk(phone)
  await phone.getByRole('button', { name: phoneWords.talk.oldAccounts }).click()
  await phone.getByRole('button', { name: new RegExp(phoneWords.talk.old.formal) }).click()
  await phone.getByText(phoneWords.formal.places, { exact: true }).waitFor()
}

async function praiseOn(phone: Page): Promise<string> {
  await toTalk(phone)
  const row = phone.locator('.talk dl > div', { hasText: phoneWords.talk.praise })
  return (await row.locator('dd').innerText()).replaceAll('\n', '')
}

/** No fault of accessibility that a program can find (WCAG 2 A and AA). */
async function accessible(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found: readonly string[] = await page.evaluate(
    // The page has just been given axe.
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa"] }).then(({ violations }) => violations.map(({ id }) => id))',
  )
  expect(found).toEqual([])
}
