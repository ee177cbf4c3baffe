import { useMemo } from 'react'
import { useDraft } from '#app/sync/wuxin.tsx'

type Fields = Readonly<Record<string, string>>

/** What is being filled in on a sheet, kept on the disk while it is typed and still there after the app was killed [S3]. */
export type Kept<F extends Fields> = {
  readonly key: string
  readonly fields: F
  readonly change: (part: Partial<F>) => void
  readonly clear: () => void
}

/** Fields of a sheet as one draft. `empty` says which fields there are; the key is made of ids, never of names. */
export function useKept<F extends Fields>(key: string, empty: F): Kept<F> {
  const { text, setText } = useDraft(key)
  const fields = useMemo(() => parseKept(text, empty), [text, empty])
  const change = (part: Partial<F>) => {
    const next = { ...fields, ...part }
    const isEmpty = Object.entries(next).every(([name, value]) => value === empty[name])
    setText(isEmpty ? '' : JSON.stringify(next))
  }
  return { key, fields, change, clear: () => setText('') }
}

/** Reads a draft of fields; what is missing or of another shape is as in `empty`. */
export function parseKept<F extends Fields>(text: string, empty: F): F {
  const written = parseRecord(text)
  const fields = Object.entries(empty).map(([name, value]) => {
    const kept = written[name]
    return [name, typeof kept === 'string' ? kept : value]
  })
  return Object.fromEntries(fields) as F // the names are those of `empty`, the values texts
}

/** Reads a JSON object from a draft; an empty one where there is none. */
export function parseRecord(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {}
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
