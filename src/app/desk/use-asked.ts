import { useCallback, useEffect, useState } from 'react'
import { ask } from './ask.ts'

/** What a screen shows of something that is asked of the server. */
export type Shown<T> =
  | { readonly is: 'coming' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'trouble'; readonly because: string }

/** Asks the server when the path changes, and again by the second value. What was here stays until the new has come. */
export function useAsked<T>(path: string): readonly [Shown<T>, () => Promise<void>] {
  const [last, setLast] = useState<{ readonly path: string; readonly shown: Shown<T> } | null>(null)
  useEffect(() => {
    let wanted = true
    void read<T>(path).then(shown => {
      if (wanted) setLast({ path, shown })
    })
    return () => {
      wanted = false
    }
  }, [path])
  const again = useCallback(async () => setLast({ path, shown: await read<T>(path) }), [path])
  return [last?.path === path ? last.shown : { is: 'coming' }, again]
}

async function read<T>(path: string): Promise<Shown<T>> {
  const answer = await ask<T>(path)
  return answer.ok ? { is: 'here', value: answer.value } : { is: 'trouble', because: answer.because }
}
