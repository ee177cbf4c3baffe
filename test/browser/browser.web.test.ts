import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, launchProfile, newDesk, newPhone } from './browser.ts'

const server = createServer((_, answer) =>
  answer
    .setHeader('content-type', 'text/html')
    .end('<meta name=viewport content=width=device-width><p>五心</p>'),
)
let address: string

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(() => {
  server.close()
})

test('Chinese is drawn as Chinese: no two characters look alike, in either face and weight', async () => {
  const browser = await launchBrowser()
  const { page } = await newPhone(browser)
  for (const family of ['sans-serif', 'serif', 'Noto Sans SC', 'Noto Serif SC']) {
    for (const weight of [400, 600]) {
      const drawn = new Set<string>()
      for (const character of '五心走访囍') {
        await page.setContent(`<p style="font: ${weight} 32px '${family}', ${family}">${character}</p>`)
        drawn.add((await page.locator('p').screenshot()).toString('base64'))
      }
      expect(drawn.size, `${family} ${weight}`).toBe(5)
    }
  }
  await browser.close()
})

test('a phone is touched and twice as fine, a desk is wide, and each starts with its own look', async () => {
  const browser = await launchBrowser()
  const { page } = await newPhone(browser, { language: 'en', size: 'xl', theme: 'dark' })
  await page.goto(address)
  const seen = await page.evaluate(() => ({
    kept: JSON.parse(localStorage.getItem('wuxin.settings') ?? '{}') as unknown,
    wide: innerWidth,
    fine: devicePixelRatio,
    fingers: navigator.maxTouchPoints > 0,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    language: navigator.language,
  }))
  const kept = { theme: 'dark', size: 'xl', language: 'en' }
  expect(seen).toEqual({ kept, wide: 360, fine: 2, fingers: true, dark: true, language: 'en' })
  const other = await newDesk(browser)
  await other.page.goto(address)
  expect(await other.page.evaluate(() => [innerWidth, navigator.language])).toEqual([1440, 'zh-CN'])
  await browser.close()
})

test('nothing outside this machine is reached', async () => {
  const browser = await launchBrowser()
  const { page } = await newPhone(browser)
  await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
  await browser.close()
})

test('a browser that is killed and opened again on its folder still has what was kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wuxin-profile-'))
  const first = await launchProfile(folder)
  await first.page.goto(address)
  await first.page.evaluate(keepHearts)
  await first.kill()
  const second = await launchProfile(folder)
  await second.page.goto(address)
  expect(await second.page.evaluate(readHearts)).toBe(5)
  await second.context.close()
  await rm(folder, { recursive: true, force: true })
})

function keepHearts(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kept', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
    opening.onsuccess = () => {
      const writing = opening.result.transaction('kept', 'readwrite', { durability: 'strict' })
      writing.objectStore('kept').put(5, 'hearts')
      writing.addEventListener('complete', () => resolve())
      writing.addEventListener('error', () => reject(writing.error ?? new Error('not written')))
    }
  })
}

function readHearts(): Promise<unknown> {
  return new Promise(resolve => {
    const opening = indexedDB.open('kept', 1)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('kept').objectStore('kept').get('hearts')
      reading.onsuccess = () => resolve(reading.result)
    }
  })
}
