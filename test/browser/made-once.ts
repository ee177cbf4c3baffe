import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A folder that is made once and kept for later runs: below `node_modules/.cache`, or, where that cannot be
 * written, below the temporary folder. Made beside and renamed, so that it is whole or not there. Of two runs
 * that make it at once, the first one's stays.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const root = join(import.meta.dirname, '../..')
  const places = [join(root, 'node_modules/.cache/wuxin'), join(tmpdir(), `wuxin-${userInfo().username}`)]
  const known = await firstThat(places, place => access(join(place, name)))
  if (known) return join(known, name)
  const place = await firstThat(places, place => makeIn(place, name, make))
  if (!place) throw new Error(`Neither ${places.join(' nor ')} can be written.`)
  return join(place, name)
}

async function makeIn(place: string, name: string, make: (folder: string) => Promise<void>): Promise<void> {
  const draft = join(place, `${name}.${randomUUID()}`)
  await mkdir(draft, { recursive: true })
  try {
    await make(draft)
    await mkdir(dirname(join(place, name)), { recursive: true })
    await rename(draft, join(place, name)).catch(() => access(join(place, name)))
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function firstThat(
  places: readonly string[],
  act: (place: string) => Promise<void>,
): Promise<string | null> {
  for (const place of places) {
    try {
      await act(place)
      return place
    } catch {
      // The next place is tried.
    }
  }
  return null
}
