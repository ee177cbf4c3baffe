import type { Browser } from 'playwright-core'
import { median, round } from '../run/figures.ts'

/** Where a first sync is asked for, and how. */
export type Side = {
  readonly name: string
  readonly address: string
  readonly batch: number
  readonly cookie: { readonly name: string; readonly value: string } | null
}

export type Synced = { readonly milliseconds: number; readonly bytes: number; readonly requests: number }

/** Takes the first sync so many times, each in a browser that has nothing yet; the median of the times. */
export async function takeFirstSyncs(
  browser: Browser,
  side: Side,
  households: number,
  times: number,
): Promise<Synced> {
  const all: Synced[] = []
  for (let time = 0; time < times; time += 1) {
    const synced = await takeOnce(browser, side)
    if (synced.households !== households)
      throw new Error(`${side.name} has ${synced.households} households, not ${households}`)
    all.push(synced)
  }
  const { bytes = 0, requests = 0 } = all.at(-1) ?? {}
  return { milliseconds: round(median(all.map(({ milliseconds }) => milliseconds))), bytes, requests }
}

async function takeOnce(browser: Browser, { address, batch, cookie }: Side) {
  const context = await browser.newContext()
  try {
    if (cookie !== null) await context.addCookies([{ ...cookie, url: address }])
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForFunction(() => 'firstSync' in globalThis)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    let requests = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests += 1
    })
    const synced = await page.evaluate(batch => window.firstSync(batch), batch)
    await page.waitForTimeout(200)
    return { ...synced, bytes, requests }
  } finally {
    await context.close()
  }
}
