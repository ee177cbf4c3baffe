import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '#test/browser/browser.ts'
import { wangFamily, raise, water } from '#test/builders/changes.ts'
import { startCampaign, type Campaign } from '#test/server/campaign.ts'
import { doneAndTold, giveCard, settleVillage, write } from '#test/server/household-card.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

let campaign: Campaign
let address: string
beforeEach(async () => {
  campaign = await startCampaign()
  const { visitor } = await settleVillage(campaign)
  const upstairs = raise(water)
  const raised = { ...upstairs, body: { ...upstairs.body, words: '二楼上不去水' } } as typeof upstairs
  await write(campaign, visitor, raised, ...doneAndTold(water).slice(0, 2))
  const at = await campaign.app.listen({ port: 0, host: '127.0.0.1' })
  address = `${at}/k/${await giveCard(campaign)}`
})
afterEach(() => campaign.end())

type Look = { readonly locale: 'zh-CN' | 'en'; readonly colorScheme: 'light' | 'dark' }

const looks: readonly Look[] = [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
]

/** A phone of the family's. Axe is a script: only where it looks is any script let run, past the page's own policy. */
async function openPhone(look: Look, scripts: 'off' | 'for axe'): Promise<Page> {
  const context = await browser.newContext({
    ...look,
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    javaScriptEnabled: scripts === 'for axe',
    bypassCSP: scripts === 'for axe',
  })
  return context.newPage()
}

const [plain] = looks as [Look]

describe('a phone without any script', () => {
  test('[H12] [H22] the family answers by one tap, sees it noted, and changes it', async () => {
    const page = await openPhone(plain, 'off')
    await page.goto(address)
    await page.getByRole('button', { name: '办好了' }).tap()
    await page.getByRole('heading', { name: '记下了。' }).waitFor()
    expect(await stageOfRoad()).toBe('solved')
    await page.getByRole('button', { name: '不想说' }).tap()
    await page.getByRole('button', { name: '不想说', pressed: true }).waitFor()
    expect(await stageOfRoad()).toBe('unconfirmed')
    await page.getByRole('link', { name: '回到我家的卡' }).tap()
    await page.getByRole('link', { name: '说错了，改一改' }).tap()
    await page.getByRole('button', { name: '没办好' }).tap()
    await page.getByText('周敏接着办').waitFor()
    expect(await stageOfRoad()).toBe('in-hand')
    await page.context().close()
  })

  test('[H22] a code typed by hand opens the card; a wrong one asks again', async () => {
    const page = await openPhone(plain, 'off')
    await page.goto(new URL('/k', address).href)
    await page.getByLabel('卡上的码').fill('0000 1111 2222 3333')
    await page.getByRole('button', { name: '打开我家的卡' }).tap()
    await page.getByRole('alert').getByText('没有这个码').waitFor()
    await page.getByLabel('卡上的码').fill((address.split('/').at(-1) ?? '').toLowerCase())
    await page.getByRole('button', { name: '打开我家的卡' }).tap()
    await page.getByRole('heading', { name: '王守田家，您好' }).waitFor()
    await page.context().close()
  })

  test('[H22] the other language is one tap away, and stays', async () => {
    const page = await openPhone(plain, 'off')
    await page.goto(address)
    await page.getByRole('link', { name: 'English' }).tap()
    await page.getByRole('button', { name: 'Not solved' }).tap()
    await page.getByRole('heading', { name: 'Noted.' }).waitFor()
    await page.getByRole('link', { name: 'Back to our card' }).tap()
    await page.getByText('What you asked us to do is all here.').waitFor()
    await page.context().close()
  })
})

describe.for(looks)('read by anybody: $locale, $colorScheme', look => {
  test('no fault of access on any page, contrast of 7 : 1 included; nothing is wider than the phone', async () => {
    const page = await openPhone(look, 'for axe')
    for (const path of ['', '/kept', '/wrong'] as const) {
      await page.goto(path === '/wrong' ? new URL('/k/WRONG', address).href : `${address}${path}`)
      expect(await faultsOn(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360)
    }
    await page.goto(address)
    await page.locator('button.rather-not-say').tap()
    await page.waitForURL(/answers/)
    await page.locator('[aria-pressed]').waitFor()
    expect(await faultsOn(page), 'said').toEqual([])
    await page.context().close()
  })

  test('set at 24 px, and everything pressed is at least 44 px high', async () => {
    const page = await openPhone(look, 'for axe')
    await page.goto(address)
    const sizes = await page.evaluate(() => ({
      body: getComputedStyle(document.body).fontSize,
      pressed: [...document.querySelectorAll('a, button')].map(one => one.getBoundingClientRect().height),
    }))
    expect(sizes.body).toBe('24px')
    expect(Math.min(...sizes.pressed)).toBeGreaterThanOrEqual(44)
    await page.context().close()
  })
})

type Axe = {
  readonly run: (options: unknown) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }>
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: Axe } // the script just added
    const { violations } = await axe.run({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

async function stageOfRoad(): Promise<string | undefined> {
  const { state } = await campaign.context.db
    .selectFrom('households')
    .select('state')
    .where('household_id', '=', wangFamily)
    .executeTakeFirstOrThrow()
  return state.needs[0]?.stage.is
}
