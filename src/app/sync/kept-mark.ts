import { dayOf, instantOf, parseDay, type Day } from '#domain/base/days.ts'
import { asId, type PersonId } from '#domain/base/ids.ts'

/**
 * What lay on this device for one person when it was last open: so much that was not sent. Counts and a day, nothing else;
 * it lies outside the database, so that it can tell when the browser has cleared that [S21].
 */
export type KeptMark = { readonly on: Day; readonly waiting: number; readonly drafts: number }

const place = 'wuxin-kept'

/** Notes what lies here now. */
export function noteKept(person: PersonId, kept: Omit<KeptMark, 'on'>): void {
  const mark: KeptMark = { on: dayOf(instantOf(Date.now())), ...kept }
  write({ ...readMarks(), [person]: mark })
}

/** What was kept for this person is taken away on purpose: nobody is to be told that it is gone. */
export function forgetKept(person: PersonId): void {
  write(Object.fromEntries(Object.entries(readMarks()).filter(([id]) => id !== person)))
}

/** What lay on this device and is gone without anybody having asked for it; null where all is in its place. */
export async function findCleared(): Promise<KeptMark | null> {
  const marks = readMarks()
  const ids = Object.keys(marks)
  if (ids.length === 0) return null
  const there = await namesOfDatabases()
  if (there === null) return null
  const gone = ids.filter(id => !there.has(`wuxin-${id}`))
  if (gone.length === 0) return null
  const lost = gone.flatMap(id => marks[id] ?? [])
  for (const id of gone) forgetKept(asId<PersonId>(id))
  return {
    on: lost.map(({ on }) => on).toSorted()[0] ?? dayOf(instantOf(Date.now())),
    waiting: lost.reduce((sum, { waiting }) => sum + waiting, 0),
    drafts: lost.reduce((sum, { drafts }) => sum + drafts, 0),
  }
}

type Marks = Readonly<Record<string, KeptMark>>

async function namesOfDatabases(): Promise<ReadonlySet<string> | null> {
  // Older browsers cannot list them: then nothing is claimed.
  if (!('databases' in indexedDB)) return null
  const databases = await indexedDB.databases().catch(() => null)
  return databases === null ? null : new Set(databases.flatMap(({ name }) => name ?? []))
}

function readMarks(): Marks {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).flatMap(([id, mark]) => {
        const parsed = parseMark(mark)
        return parsed === null ? [] : [[id, parsed] as const]
      }),
    )
  } catch {
    return {}
  }
}

function parseMark(mark: unknown): KeptMark | null {
  if (typeof mark !== 'object' || mark === null) return null
  if (!('on' in mark) || !('waiting' in mark) || !('drafts' in mark)) return null
  const { waiting, drafts } = mark
  const on = typeof mark.on === 'string' ? parseDay(mark.on) : null
  if (on === null || typeof waiting !== 'number' || typeof drafts !== 'number') return null
  return { on, waiting, drafts }
}

function write(marks: Marks): void {
  try {
    if (Object.keys(marks).length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(marks))
  } catch {
    // A browser that keeps nothing here cannot tell later; what is kept in the database is kept all the same.
  }
}
