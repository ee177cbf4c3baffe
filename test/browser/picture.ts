import { access, copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

/**
 * Takes a picture of a page for the guide. `path` is where it belongs, e.g. `docs/guide/pictures/brief.png`.
 * It is always put below `test-output/`; to its place it goes only where there is none yet or `WUXIN_PICTURES=new`
 * asks for new ones, so that a test run changes no file of the house.
 */
export async function takePicture(page: Page, path: string): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const taken = join(root, 'test-output', path)
  await mkdir(dirname(taken), { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: taken, animations: 'disabled', caret: 'hide' })
  const place = join(root, path)
  if (process.env['WUXIN_PICTURES'] !== 'new' && (await isThere(place))) return
  await mkdir(dirname(place), { recursive: true })
  await copyFile(taken, place)
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
