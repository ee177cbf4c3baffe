import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core'
import { environmentOf, prepareChromium } from './chromium.ts'
import { prepareFonts } from './fonts.ts'

/** How a person has set the screens, as `src/app/ui/settings.ts` keeps it. */
export type Look = {
  readonly language?: 'zh-CN' | 'en'
  /** 标准, 大, 特大 */
  readonly size?: 'm' | 'l' | 'xl'
  readonly theme?: 'light' | 'dark'
  /** A microphone that beeps once a second, and that this phone allows; without it the browser has none. */
  readonly microphone?: 'beeps'
}

/** A page in a context of its own: nothing is shared with other phones and desks. */
export type Device = { readonly context: BrowserContext; readonly page: Page }

/** A browser whose files outlive it, so that it can be killed and opened again. */
export type Profile = Device & {
  readonly pid: number
  /** Ends the browser and all its processes at once, as a dead battery does. */
  kill(): Promise<void>
}

/** A browser; closing it also takes its temporary files away. It reaches 127.0.0.1 alone. */
export async function launchBrowser(look: Pick<Look, 'microphone'> = {}): Promise<Browser> {
  const { options, forget } = await prepareLaunch(look)
  const browser = await chromium.launch(options)
  browser.on('disconnected', forget)
  return browser
}

/** A phone in the hand: 360×740, twice as fine, touched. */
export const newPhone = (browser: Browser, look: Look = {}): Promise<Device> =>
  newDevice(browser, phone, look)

/** A screen on a desk: 1440×900, with a mouse. */
export const newDesk = (browser: Browser, look: Look = {}): Promise<Device> => newDevice(browser, desk, look)

/** A phone whose memory is the folder `folder`; opened again on the same folder it remembers. */
export async function launchProfile(folder: string, look: Look = {}): Promise<Profile> {
  const { options, forget } = await prepareLaunch(look)
  const profile = resolve(folder)
  const context = await chromium.launchPersistentContext(profile, { ...options, ...phone, ...seenAs(look) })
  context.on('close', forget)
  await keepLook(context, look)
  const page = context.pages()[0] ?? (await context.newPage())
  const pid = await findBrowserOf(profile)
  return { context, page, pid, kill: () => killWhole(pid) }
}

const phone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} as const

const desk = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 } as const

async function newDevice(browser: Browser, kind: typeof phone | typeof desk, look: Look): Promise<Device> {
  const context = await browser.newContext({ ...kind, ...seenAs(look) })
  await keepLook(context, look)
  return { context, page: await context.newPage() }
}

const seenAs = ({ language = 'zh-CN', theme = 'light' }: Look) => ({
  locale: language,
  colorScheme: theme,
  timezoneId: 'Asia/Shanghai',
})

/** Set once, as a person would: what is changed on the screen later stays changed. */
async function keepLook(context: BrowserContext, look: Look): Promise<void> {
  const settings = JSON.stringify({
    theme: look.theme ?? 'phone',
    size: look.size ?? 'm',
    language: look.language,
  })
  await context.addInitScript(kept => {
    try {
      if (localStorage.getItem('wuxin.settings') === null) localStorage.setItem('wuxin.settings', kept)
    } catch {
      // A page without an address keeps nothing.
    }
  }, settings)
}

/** Each browser has its own temporary folder, which is gone when the browser is. */
async function prepareLaunch({
  microphone,
}: Pick<Look, 'microphone'>): Promise<{ options: LaunchOptions; forget: () => void }> {
  const [browser, fonts] = await Promise.all([prepareChromium(), prepareFonts()])
  const temporary = await mkdtemp(join(tmpdir(), 'wuxin-browser-'))
  const options = {
    executablePath: browser.program,
    args: [...quiet, ...(microphone === 'beeps' ? beeping : [])],
    env: environmentOf(browser, fonts, temporary),
  }
  return { options, forget: () => void rm(temporary, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Nothing is asked of anyone but this machine. (Playwright itself leaves the sandbox out, which root needs.) */
const quiet = [
  '--disable-domain-reliability',
  '--no-pings',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
] as const

/** Chromium's own stand-in for a microphone: a real stream, recorded and encoded like any other. */
const beeping = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] as const

async function findBrowserOf(profile: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    const words = command.split('\0')
    if (words.includes(`--user-data-dir=${profile}`) && !words.some(word => word.startsWith('--type=')))
      return Number(name)
  }
  throw new Error(`No browser runs on ${profile}.`)
}

/** Playwright gives each browser a process group of its own, with the browser's number. */
async function killWhole(pid: number): Promise<void> {
  process.kill(-pid, 'SIGKILL')
  while (await lives(pid)) await wait(20)
}

async function lives(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return status !== null && !/\) Z /.test(status)
}
