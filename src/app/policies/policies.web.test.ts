import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, typePin, type Stage } from '../../../test/journeys/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.end())

const checkup = '65 岁以上每年一次免费体检'
const entitled = (page: Page) => page.getByLabel('谁家也许用得上')

async function openEditor(title = checkup): Promise<Page> {
  const page = await stage.desk('liuwenqing')
  await page.getByRole('link', { name: '政策', exact: true }).click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: '试一试' }).waitFor()
  return page
}
const tried = (page: Page, family: string) => page.locator('.tried li', { hasText: family })

describe('the office', () => {
  test('[H6] tries a policy on invented families with every letter: offered because, cannot say, not offered', async () => {
    const page = await openEditor()
    await tried(page, '塘边老两口').getByText('会提到').waitFor()
    await tried(page, '塘边老两口').getByText('户主 72、妻 70（花名册）').waitFor()
    await tried(page, '没记出生年').getByText('还不晓得：户主哪年生的').waitFor()
    await tried(page, '讲过这一条').getByText('一年里不再提').waitFor()
    await entitled(page).fill('members.exists(m, m.age >= 80)')
    await tried(page, '塘边老两口').getByText('不提').waitFor()
    await accessible(page)
  })

  test('[H6] is told in a sentence what is wrong with a line and where; nothing of it is kept', async () => {
    const page = await openEditor()
    await entitled(page).fill('members.exists(m, m.income < 5000)')
    await page.getByText('第 21 个字，「income」：这不是记着的事实').waitFor()
    await page.getByText('这句还没写通，试不了。').waitFor()
    await page.getByRole('button', { name: '发给工作队用' }).click()
    await page.getByText('有几处写得不对，没有存').waitFor()
    await page.getByText('第 14 条「65 岁以上每年一次免费体检」').waitFor()
    expect(await entitled(page).inputValue()).toBe('members.exists(m, m.income < 5000)')
  })

  test('[S10] of two who write at once the second is told what the first wrote, and loses no word', async () => {
    const [one, other] = [await openEditor(), await openEditor()]
    await one.getByLabel('去哪儿、找谁').fill('镇卫生院一楼')
    await one.getByRole('button', { name: '发给工作队用' }).click()
    await one.getByText('存好了，第 1 版').waitFor()
    await other.getByLabel('去哪儿、找谁').fill('镇卫生院二楼')
    await other.getByRole('button', { name: '发给工作队用' }).click()
    await other.getByText('柳文清刚存了第 1 版').waitFor()
    await other.locator('.theirs').getByText('镇卫生院一楼').waitFor()
    expect(await other.getByLabel('去哪儿、找谁').inputValue()).toBe('镇卫生院二楼')
    await other.getByRole('button', { name: '发给工作队用' }).click()
    await other.getByText('存好了，第 2 版').waitFor()
    await other.getByText('以前的版本').click()
    await other.getByText(/第 1 版.*柳文清/).waitFor()
  })
})

describe('a visitor', () => {
  test('[H6] [H1] reads without a signal what the office wrote, and notes with one tap what was explained', async () => {
    const desk = await openEditor()
    await desk.getByLabel('叫什么').fill('老人免费体检，四月起')
    await desk.getByLabel('谁核过').fill('县卫健局')
    await desk.getByRole('button', { name: '发给工作队用' }).click()
    await desk.getByText('存好了').waitFor()

    const page = await stage.phone('zhoumin')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await openBrief(page)
    await page.getByRole('link', { name: '老人免费体检，四月起' }).waitFor()
    await page.context().setOffline(true)
    await page.reload()
    await typePin(page)
    await page.getByRole('link', { name: '老人免费体检，四月起' }).waitFor()
    await page.getByText('因为：王守田 72、何桂香 70（花名册').first().waitFor()
    await page.getByText(/政策的大字一页：.*他家要备的：身份证/).waitFor()
    expect(await page.locator('.policies li').count()).toBeLessThanOrEqual(4)

    await page.getByRole('link', { name: '老人免费体检，四月起' }).click()
    await page.getByText('县卫健局核过').waitFor()
    await page.getByRole('button', { name: '讲过了' }).click()
    await page.getByRole('button', { name: '4月16日讲过了，回到访前一页' }).click()
    await page.getByText('讲过的：老人免费体检，四月起（4月16日）').waitFor()
    expect(await page.getByRole('link', { name: '老人免费体检，四月起' }).count()).toBe(0)
    await page.getByRole('button', { name: '讲过了：家庭医生签约' }).click()
    await page.getByText(/讲过的：.*家庭医生签约/).waitFor()
    await accessible(page)
  })

  async function openBrief(page: Page): Promise<void> {
    await page.getByText('王守田').first().click()
    await page.getByText('也许用得上、还不晓得的').waitFor()
  }
})

/** No fault of accessibility that a program can find (WCAG 2 A and AA). */
async function accessible(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  // What is just rising or fading is read once it stands.
  await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))')
  const found: readonly string[] = await page.evaluate(
    // The page has just been given axe.
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa"] }).then(({ violations }) => violations.map(({ id }) => id))',
  )
  expect(found).toEqual([])
}
