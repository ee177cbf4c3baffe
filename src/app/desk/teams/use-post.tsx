import { type ReactNode, useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { ask } from '../ask.ts'
import { useWhy } from '../DeskSentence.tsx'

/** Sends what the office settles, then asks anew; the second value is the sentence for why it was not taken. */
export function usePost(
  again: () => Promise<void>,
): readonly [<Answer>(path: string, body: object) => Promise<Answer | null>, ReactNode] {
  const words = useDeskWords('teams')
  const why = useWhy()
  const [because, setBecause] = useState<string | null>(null)
  const refusals: Readonly<Record<string, string>> = words.refusals
  const post = async <Answer,>(path: string, body: object): Promise<Answer | null> => {
    const answer = await ask<Answer>(path, { body })
    setBecause(answer.ok ? null : answer.because)
    if (!answer.ok) return null
    await again()
    return answer.value
  }
  return [post, because === null ? undefined : (refusals[because] ?? why(because))]
}
