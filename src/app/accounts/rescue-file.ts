import type { Day } from '#domain/base/days.ts'
import { rescueVersion, type SealedRecord } from '#sync/rescue.ts'

/** What was not sent, sealed to the server, as one file. Its name and its inside hold no person's name. */
export type RescueFile = { readonly name: string; readonly text: string; readonly count: number }

export type FileRead =
  | { readonly ok: true; readonly records: readonly SealedRecord[] }
  /** `foreign`: no rescue file at all. `cut`: its end is missing. `edited`: it is not as it was saved. */
  | { readonly ok: false; readonly because: 'foreign' | 'cut' | 'edited' | 'newer' }

// It stands first, so that a file that was cut is known for what it is.
const head = '{"wuxin":"rescue"'

export async function presentRescueFile(records: readonly SealedRecord[], day: Day): Promise<RescueFile> {
  const digest = await digestOf(records)
  return {
    name: `wuxin-rescue-${day}.json`,
    text: JSON.stringify({ wuxin: 'rescue', rescue: rescueVersion, digest, records }),
    count: records.length,
  }
}

/** Reads a file that somebody chose. Whose it is, only the server can tell. */
export async function parseRescueFile(text: string): Promise<FileRead> {
  const trimmed = text.trim()
  if (!trimmed.startsWith(head)) return { ok: false, because: 'foreign' }
  const read = parsed(trimmed)
  if (read === null) return { ok: false, because: trimmed.endsWith('}') ? 'edited' : 'cut' }
  if (read.rescue !== rescueVersion) return { ok: false, because: 'newer' }
  const { records, digest } = read
  if (!areRecords(records) || digest !== (await digestOf(records))) return { ok: false, because: 'edited' }
  return { ok: true, records }
}

function parsed(text: string): { rescue?: unknown; digest?: unknown; records?: unknown } | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const areRecords = (records: unknown): records is readonly SealedRecord[] =>
  Array.isArray(records) &&
  records.every(one => typeof one?.key === 'string' && typeof one?.sealed === 'string')

async function digestOf(records: readonly SealedRecord[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(records))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
