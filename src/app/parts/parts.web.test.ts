import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type * as Axe from 'axe-core'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser, type Look, newDesk, newPhone } from '#test/browser/browser.ts'

/* The app as it is built, under the rules the server sends: scripts from this host alone. */
const RULES =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

let folder: string
let browser: Browser
let address: string
let version = 1
const server = createServer((request, answer) => void serve(request, answer))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-parts-'))
  vi.stubEnv('NODE_ENV', 'production')
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true, minify: false } })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const file = extname(pathname) === '' ? '/index.html' : pathname
  answer.setHeader('content-security-policy', RULES)
  try {
    const content = await readFile(join(folder, file))
    answer.setHeader('content-type', KINDS[extname(file)] ?? 'application/octet-stream')
    answer.end(file === '/sw.js' ? `${content.toString()}\n// version ${String(version)}` : content)
  } catch {
    answer.writeHead(404).end()
  }
}

const LOOKS: readonly Look[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'zh-CN', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
]

for (const look of LOOKS) {
  const seen = `${String(look.language)}, ${String(look.theme)}`

  test(`the parts of the phone have no fault of accessibility: ${seen}`, async () => {
    const { page, context } = await newPhone(browser, look)
    const faults = watchFaults(page)
    await page.goto(`${address}/parts`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language)
    expect(await violationsOf(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  test(`the parts of the desk have no fault of accessibility: ${seen}`, async () => {
    const { page, context } = await newDesk(browser, look)
    const faults = watchFaults(page)
    await page.goto(`${address}/desk/parts`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
}

test('in a dim room and at 特大 the parts are as readable', async () => {
  const { page, context } = await newPhone(browser, { size: 'xl' })
  await page.goto(`${address}/parts`)
  await page.getByRole('radio', { name: '夜里' }).check({ force: true })
  expect(await page.locator('html').getAttribute('data-theme')).toBe('night')
  expect(await violationsOf(page)).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wider).toBe(false)
  await context.close()
})

test('everything that is touched is at least 44 px high and wide', async () => {
  for (const size of ['m', 'xl'] as const) {
    const { page, context } = await newPhone(browser, { size })
    await page.goto(`${address}/parts`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll('a, button, .pick, .seg label, input:not([type=radio]), textarea'),
      ].flatMap(touched => {
        const { width, height } = touched.getBoundingClientRect()
        return Math.min(width, height) < 43.9
          ? [`${touched.outerHTML.slice(0, 90)} ${width} × ${height}`]
          : []
      }),
    )
    expect(small).toEqual([])
    await context.close()
  }
})

test('theme, size and language are on the page before it is painted, by a script of our own', async () => {
  const { page, context } = await newPhone(browser, { size: 'l', theme: 'dark', language: 'en' })
  await page.route('**/assets/**', route => route.abort())
  await page.goto(`${address}/parts`, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.documentElement.dataset['size'] === 'l')
  const html = page.locator('html')
  expect(await html.getAttribute('data-theme')).toBe('dark')
  expect(await html.getAttribute('lang')).toBe('en')
  await context.close()
})

test('a change of language changes every sentence in place, and is kept', async () => {
  const { page, context } = await newPhone(browser)
  await page.goto(`${address}/parts`)
  await page.getByRole('radio', { name: 'English' }).check({ force: true })
  await page.getByRole('heading', { level: 1, name: 'Parts' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Parts' }).waitFor()
  await context.close()
})

test('a sheet holds the focus, closes by Esc, by back and by a touch beside it, and gives the focus back', async () => {
  const { page, context } = await newPhone(browser)
  await page.goto(`${address}/parts`)
  const opener = page.getByRole('button', { name: '打开一张纸' })
  const sheet = page.getByRole('dialog', { name: '打开一张纸' })
  await opener.click()
  await sheet.waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  expect(await opener.evaluate(button => button === document.activeElement)).toBe(true)
  await opener.click()
  await page.mouse.click(180, 40)
  await sheet.waitFor({ state: 'hidden' })
  expect(page.url()).toBe(`${address}/parts`)
  await context.close()
})

test('where the browser does not close a sheet by the back key itself, one step of history does, and is gone afterwards', async () => {
  const { page, context } = await newPhone(browser)
  await page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'))
  await page.goto(`${address}/nowhere`)
  await page.goto(`${address}/parts`)
  const opener = page.getByRole('button', { name: '打开一张纸' })
  const sheet = page.getByRole('dialog', { name: '打开一张纸' })
  await opener.click()
  await sheet.waitFor()
  await page.goBack()
  await sheet.waitFor({ state: 'hidden' })
  expect(page.url()).toBe(`${address}/parts`)
  await opener.click()
  await sheet.getByRole('button', { name: '合上' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await page.waitForFunction(() => window.history.state === null)
  await page.goBack()
  expect(page.url()).toBe(`${address}/nowhere`)
  await context.close()
})

test('what was done is said at the foot with a way to take it back', async () => {
  const { page, context } = await newPhone(browser)
  await page.goto(`${address}/parts`)
  const afternoon = page.getByRole('radio', { name: '下午' })
  expect(await afternoon.isChecked()).toBe(true)
  await page.getByRole('button', { name: '说一声' }).click()
  await page.locator('.toast').getByRole('button', { name: '撤回' }).click()
  expect(await afternoon.isChecked()).toBe(false)
  expect(await page.locator('.toast').count()).toBe(0)
  await context.close()
})

test('a column of the desk sorts by Enter on its heading', async () => {
  const { page, context } = await newDesk(browser)
  await page.goto(`${address}/desk/parts`)
  const heading = page.getByRole('columnheader', { name: '件数' }).last()
  const first = page.locator('.desk-table tbody tr td:last-child').first()
  await heading.focus()
  await page.keyboard.press('Enter')
  expect(await heading.getAttribute('aria-sort')).toBe('ascending')
  expect(await first.innerText()).toBe('17')
  await context.close()
})

test('[S3] once opened, the app opens without a signal, and never answers for the card or the server', async () => {
  const { page, context } = await newPhone(browser)
  await page.goto(`${address}/nowhere`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await context.setOffline(true)
  await page.goto(`${address}/nowhere-else`)
  await page.locator('input[name=username]').waitFor()
  await expect(page.goto(`${address}/k/KT4M`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  await expect(page.goto(`${address}/api/health`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  await context.close()
})

test('a new version waits until it is asked for, and says so only where nothing is being written', async () => {
  const { page, context } = await newPhone(browser)
  await page.goto(`${address}/me`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.goto(`${address}/parts`)
  version++
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting)
  expect(await page.getByText('有新版本，合适时换上。').count()).toBe(0)
  await page.goto(`${address}/me`)
  await page.getByText('有新版本，合适时换上。').waitFor()
  const opened = page.waitForEvent('load')
  await page.getByRole('button', { name: '现在换' }).click()
  await opened
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null)
  await context.close()
})

function watchFaults(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', fault => faults.push(fault.message))
  page.on('console', said => {
    if (said.type() === 'error') faults.push(said.text())
  })
  return faults
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe } // put there a line before
    return (await axe.run(document)).violations.map(violation => ({
      rule: violation.id,
      at: violation.nodes.map(node => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }))
  })
  return found.flatMap(({ rule, at }) => at.map(place => `${rule} ${place}`))
}
