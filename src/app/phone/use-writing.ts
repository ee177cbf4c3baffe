import { useState } from 'react'
import { useRefusalSentence } from '#app/i18n/use-refusal.ts'
import { useWords } from '#app/i18n/words.tsx'
import { type Act, useWriteAll } from '#app/sync/wuxin.tsx'

/** Writing from a screen: what the press wrote, or the sentence that says why it was not taken. */
export type Writing = {
  /** Writes all these acts in one transaction; true when they are on the disk. */
  readonly write: (acts: readonly Act[]) => Promise<boolean>
  /** Why the last press was not taken, beside the thing itself; the words stay on the screen [S21]. */
  readonly refusal: string | undefined
  readonly busy: boolean
}

/** The one way in which screens write. A second press while the first is on its way does nothing. */
export function useWriting(): Writing {
  const writeAll = useWriteAll()
  const sentenceFor = useRefusalSentence()
  const { notStoredLong } = useWords('sync')
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function write(acts: readonly Act[]): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    const written = await writeAll(acts)
    setBusy(false)
    setRefusal(
      written.ok
        ? undefined
        : written.because === 'not-stored'
          ? notStoredLong
          : sentenceFor(written.because),
    )
    return written.ok
  }

  return { write, refusal, busy }
}
