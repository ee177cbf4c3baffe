import { dayOf, instantOf, type Day } from '#domain/base/days.ts'
import type { PersonDatabase } from '../store/database.ts'
import * as shelf from '../store/rescue-shelf.ts'
import type { FileHandedIn } from '../sync/session.ts'
import { handIn } from './hand-in.ts'
import type { Inside } from './inside.ts'
import { parseRescueFile, presentRescueFile, type RescueFile } from './rescue-file.ts'
import { rescueOf, takenBack } from './take-back.ts'

/** What an open device has not sent, as a file; null where it knows no key to seal it to. */
export async function rescueFileOf({ sealing }: Inside, unsent: shelf.Unsent): Promise<RescueFile | null> {
  const sealer = sealing.by
  return sealer === null ? null : presentRescueFile(await shelf.sealAll(unsent, sealer), today())
}

/** What lies sealed behind a shut door, as a file. */
export const rescueFileBefore = async (db: PersonDatabase): Promise<RescueFile> =>
  presentRescueFile(await shelf.readRescue(db), today())

/** Hands in a file, and takes back into the device what came back of it. `unsent`: what lies here by then. */
export async function handInFileInto(
  inside: Inside | null,
  text: string,
  unsent: () => shelf.Unsent,
): Promise<FileHandedIn> {
  const read = await parseRescueFile(text)
  if (!read.ok) return read
  if (inside === null) return { ok: false, because: 'signed-out' }
  const { device, actor } = inside.engine.state().facts
  const handed = await handIn(read.records, { device, person: actor.id })
  if (!handed.ok) return handed
  const held = unsent()
  const rescue = rescueOf(handed.words, held)
  if (rescue.ofAnother > 0) return { ok: false, because: 'of-another' }
  const stored = await inside.store.commit(takenBack(handed.words, held)).then(
    () => true,
    () => false,
  )
  await inside.engine.reload().catch(() => null)
  return stored ? { ok: true, rescue } : { ok: false, because: 'not-stored' }
}

const today = (): Day => dayOf(instantOf(Date.now()))
