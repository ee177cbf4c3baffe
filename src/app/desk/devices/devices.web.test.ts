import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant, type Instant } from '#domain/base/days.ts'
import { openStage, type Stage } from '../../../../test/journeys/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await keepPhones()
})
afterAll(() => stage.end())

type Kept = {
  readonly of: string
  readonly at: string
  readonly app?: string | null
  readonly waiting?: number
  readonly oldestAt?: string
  readonly forReview?: number
  readonly notStored?: boolean
}

/** Phones as they may stand on that evening, 16 April: two of the leader's team in trouble, one well, one of another team. */
const phones: readonly Kept[] = [
  { of: 'zhoumin', at: '2026-04-16T00:40:00Z', waiting: 2, oldestAt: '2026-04-14T11:30:00Z' },
  { of: 'tianjianguo', at: '2026-04-16T11:05:00Z', forReview: 1 },
  { of: 'helan', at: '2026-04-15T09:00:00Z' },
  { of: 'huyuan', at: '2026-04-02T09:00:00Z', app: null },
  { of: 'liuyulan', at: '2026-04-16T10:00:00Z', app: '0.0.9' },
]

async function keepPhones() {
  const { pool } = stage.server.context
  for (const { of, at, app = '0.1.0', waiting = 0, oldestAt, forReview = 0, notStored = false } of phones)
    await pool.query(
      `insert into devices (person_id, device_id, first_on, synced_at, app, waiting, oldest_at, for_review, not_stored)
       select id, $2, '2026-03-20', $3, $4, $5, $6, $7, $8 from "user" where username = $1`,
      app === null
        ? [of, `phone-of-${of}`, at, null, null, null, null, null]
        : [of, `phone-of-${of}`, at, app, waiting, oldestAt ?? null, forReview, notStored],
    )
}

const rows = (page: Page) => page.locator('.desk-table tbody tr.ant-table-row')
const firstNames = async (page: Page) =>
  (await rows(page).allInnerTexts()).map(row => row.split('\n')[0]?.trim())

test('[F1] the leader sees the own team’s phones by what asks for help; those on which all is well are quiet', async () => {
  const page = await stage.desk('helan')
  await page.getByRole('link', { name: '手机', exact: true }).click()
  await page.getByRole('heading', { name: '写下的话，都到了没有' }).waitFor()
  await rows(page).first().waitFor()
  expect(await firstNames(page)).toEqual(['田建国', '周敏', '何岚'])
  expect(await rows(page).nth(0).innerText()).toContain('没被收下')
  expect(await rows(page).nth(1).innerText()).toMatch(/2.条，从 4月14日 19:30 起/)
  expect(await rows(page).nth(1).innerText()).toContain('今天 08:40')
  expect(await rows(page).nth(2).innerText()).toMatch(/昨天\s/)
  expect(await page.locator('.desk-table .ant-table-column-has-sorters').count()).toBe(0)
  await accessible(page)
})

test('the office sees all phones, also one whose app is too old to say how it stands', async () => {
  const page = await stage.desk('liuwenqing', { language: 'en' })
  await page.getByRole('link', { name: 'Phones', exact: true }).click()
  await rows(page).first().waitFor()
  expect((await firstNames(page)).toSorted()).toEqual(['何岚', '刘玉兰', '周敏', '田建国', '胡远'].toSorted())
  await page.getByText('Not known').waitFor()
  await page.getByText('App 0.0.9: reload it when online').waitFor()
  await page.getByRole('button', { name: 'Need a hand' }).click()
  expect(await firstNames(page)).not.toContain('何岚')
  await accessible(page)
})

test('without signal the sheet stays, says so in a sentence, and revokes nothing; with signal it does', async () => {
  const page = await stage.desk('helan')
  await page.getByRole('link', { name: '手机', exact: true }).click()
  await page.getByRole('button', { name: '周敏的这部手机丢了' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText(/有.2.条没发出来，从 4月14日 19:30 起的，跟手机一起丢了。/).waitFor()
  // Risen: while it rises it is half seen.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  await accessible(page)
  await page.context().setOffline(true)
  await sheet.getByRole('button', { name: '停掉这部手机' }).click()
  await sheet.getByRole('alert').getByText('连不上').waitFor()
  expect(await revokedAt('zhoumin')).toBe(null)
  await page.context().setOffline(false)
  await sheet.getByRole('button', { name: '停掉这部手机' }).click()
  await sheet.waitFor({ state: 'hidden' })
  const last = rows(page).last()
  await last.getByText('今天停掉了').waitFor()
  expect(await last.innerText()).toMatch(/有.2.条没发出来，从 4月14日 19:30 起的，跟手机一起丢了。/)
  expect(await last.getByRole('button').count()).toBe(0)
  expect(await revokedAt('zhoumin')).not.toBe(null)
})

test('where no phone has been yet, and where the server is away, a sentence says so', async () => {
  const page = await stage.desk('helan')
  await page.route('**/api/devices', route => route.fulfill({ json: [] }))
  await page.getByRole('link', { name: '手机', exact: true }).click()
  await page.getByText('还没有手机连上来').waitFor()
  await page.route('**/api/devices', route => route.abort())
  await page.reload()
  await page.getByRole('alert').getByText('连不上').waitFor()
})

async function revokedAt(username: string): Promise<Instant | null> {
  const { rows: found } = await stage.server.context.pool.query<{ revoked_at: string | null }>(
    'select revoked_at from devices where device_id = $1',
    [`phone-of-${username}`],
  )
  const at = found[0]?.revoked_at ?? null
  return at === null ? null : asInstant(at)
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
