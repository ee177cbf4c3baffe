import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Stage } from '../../../test/journeys/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.end())

const roster = fileURLToPath(new URL('../../../test/rosters/person-rows-title.xlsx', import.meta.url))

describe('the office', () => {
  test('brings a roster, looks at it, takes it in; brought again it says that all is there already', async () => {
    const page = await stage.desk('liuwenqing')
    await page.getByRole('link', { name: '花名册' }).click()
    await page.locator('input[type=file]').setInputFiles(roster)
    await page.getByRole('heading', { name: '先看一遍，再收进来' }).waitFor()
    await accessible(page)
    await page.getByRole('button', { name: /收进.62.户/ }).click()
    await page.getByRole('heading', { name: /收进来了：62.户/ }).waitFor()
    await page.getByRole('button', { name: '换一个文件' }).click()
    await page.locator('input[type=file]').setInputFiles(roster)
    await page.getByText('户早就在册，不会收两遍').waitFor()
  })

  test('is told in a sentence what is wrong with a file, and keeps its place', async () => {
    const page = await stage.desk('liuwenqing')
    await page.getByRole('link', { name: '花名册' }).click()
    const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])
    await page.locator('input[type=file]').setInputFiles({ name: '图.xlsx', mimeType: 'image/png', buffer })
    await page.getByRole('alert').getByText('这不是 .xlsx 也不是 .csv').waitFor()
  })

  test('[H13] sees where needs stand, steps down to a town, and finds no person in it', async () => {
    const page = await stage.desk('liuwenqing')
    await page.getByRole('heading', { name: '听到的事，走到哪儿了' }).waitFor()
    await accessible(page)
    await page.getByRole('link', { name: '化龙堰镇' }).click()
    await page.getByText('化龙堰镇 4 个村').waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk/picture/420325102')
    expect(await page.locator('main').innerText()).not.toMatch(/周敏|韩志明|何岚/)
  })
})

describe('a department', () => {
  test('[H17] tells its result; the empty one is refused in words, the written one moves on', async () => {
    const page = await stage.desk('hanzhiming')
    await page.getByRole('heading', { name: '收到的' }).waitFor()
    await page.getByRole('button', { name: '有结果了，回话' }).click()
    await page.getByRole('alert').getByText('还没写字。').waitFor()
    await accessible(page)
    await page.getByLabel('结果是什么，写得家里听得懂').fill('四月二十号来接表，不用花钱。')
    await page.getByRole('button', { name: '有结果了，回话' }).click()
    await page.getByText('记下了，等着讲给家里。').waitFor()
    await page.getByRole('link', { name: '已回话' }).click()
    await page.getByText('四月二十号来接表，不用花钱。').first().waitFor()
  })
})

test('a visitor who signs in at the desk is shown the way to the phone’s pages', async () => {
  const page = await stage.desk('zhoumin')
  await page.getByRole('heading', { name: '你的活在手机上' }).waitFor()
})

/** No fault of accessibility that a program can find (WCAG 2 A and AA). */
async function accessible(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found: readonly string[] = await page.evaluate(
    // The page has just been given axe.
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa"] }).then(({ violations }) => violations.map(({ id }) => id))',
  )
  expect(found).toEqual([])
}
