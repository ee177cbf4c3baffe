import { prepareChromium } from './chromium.ts'
import { prepareFonts } from './fonts.ts'

/** Unpacks the browser and its fonts before the first test, so that no test waits for them. */
export async function setup(): Promise<void> {
  await Promise.all([prepareChromium(), prepareFonts()])
}
