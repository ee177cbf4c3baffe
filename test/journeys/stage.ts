import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import pino from 'pino'
import { asInstant, instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { openAuth } from '#server/accounts/auth.ts'
import { openDatabase } from '#server/db/database.ts'
import { startServer, type RunningServer } from '#server/main.ts'
import { insertDemoHost, loadDemo } from '../../demo/load.ts'
import { demoPassword, type DemoUsername } from '../../demo/people.ts'
import { launchBrowser, newDesk, newPhone, type Look } from '../browser/browser.ts'
import { takePicture } from '../browser/picture.ts'
import { freshDatabase } from '../postgres/database.ts'

/** Where the built app lies. */
export const builtApp = join(import.meta.dirname, '../../dist/app')

/** The evening on which the journeys happen, so that the pictures of the guide stay the same. */
export const evening: Instant = asInstant('2026-04-16T11:30:00Z')

export type Language = 'zh-CN' | 'en'
export const pin = '246810'

/** The demo campaign on a real server, a browser, and everybody's phones and desks, all of the same evening. */
export type Stage = {
  readonly server: RunningServer
  readonly browser: Browser
  phone(username: DemoUsername, look?: Look): Promise<Page>
  desk(username: DemoUsername, look?: Look): Promise<Page>
  /** A page of nobody: the household's own phone. */
  visitor(look?: Look): Promise<Page>
  /** Every line the server has logged, at its most talkative. */
  readonly logged: readonly string[]
  /** What time it is on this stage now. */
  clock(): Instant
  /** Lets time go by for the server; a page's own clock is moved with `page.clock`. */
  letPass(milliseconds: number): void
  end(): Promise<void>
}

export async function openStage(from: Instant = evening, appFolder: string = builtApp): Promise<Stage> {
  await access(join(appFolder, 'index.html')).catch(() => {
    throw new Error('The app is not built: npm run build')
  })
  const fresh = await freshDatabase()
  const began = Date.now()
  let passed = 0
  const clock = () => instantOf(millisecondsOf(from) + passed + Date.now() - began)
  await fill(fresh.url, clock())
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: line => void logged.push(line) })
  const started = await startServer({
    databaseUrl: fresh.url,
    port: 0,
    host: '127.0.0.1',
    clock,
    appFolder,
    log,
  })
  if (!started.ok) throw new Error(started.because)
  const server = started.value
  const browser = await launchBrowser()
  const contexts: BrowserContext[] = []
  const opened = async (device: Promise<{ context: BrowserContext; page: Page }>) => {
    const { context, page } = await device
    contexts.push(context)
    await setClock(context, clock())
    return page
  }
  return {
    server,
    browser,
    logged,
    phone: async (username, look = {}) => {
      const page = await opened(newPhone(browser, look))
      await openPhone(page, server.address, username)
      return page
    },
    desk: async (username, look = {}) => {
      const page = await opened(newDesk(browser, look))
      await page.goto(`${server.address}/desk`)
      await signIn(page, username)
      return page
    },
    visitor: (look = {}) => opened(newPhone(browser, look)),
    clock,
    letPass: milliseconds => {
      passed += milliseconds
    },
    end: async () => {
      await browser.close()
      await server.close()
      await fresh.drop()
    },
  }
}

/** The page's clock stands at this evening and goes on from there. */
export const setClock = (context: BrowserContext, at: Instant): Promise<void> =>
  context.clock.install({ time: at })

/** Signs in, chooses a PIN, and waits until the door is open. */
export async function openPhone(page: Page, address: string, username: DemoUsername): Promise<void> {
  await page.goto(address)
  await signIn(page, username)
  await typePin(page)
  await typePin(page)
  await page.locator('.keys').waitFor({ state: 'detached' })
}

export async function signIn(page: Page, username: DemoUsername): Promise<void> {
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('input[name=password]').press('Enter')
}

export async function typePin(page: Page, digits: string = pin): Promise<void> {
  for (const digit of digits) {
    await page.getByRole('button', { name: digit, exact: true }).click()
  }
}

/** A picture for the guide: `docs/guide/pictures/<language>/<name>.png`. */
export const picture = (page: Page, language: Language, name: string): Promise<void> =>
  takePicture(page, `docs/guide/pictures/${language}/${name}.png`)

async function fill(url: string, now: Instant): Promise<void> {
  const database = openDatabase(url, () => undefined)
  try {
    await insertDemoHost(database.db)
    const host = await database.db.selectFrom('host').select('secret').executeTakeFirstOrThrow()
    await loadDemo(database.db, openAuth(database.pool, host.secret), now)
  } finally {
    await database.close()
  }
}
