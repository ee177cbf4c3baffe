import { useCallback, useEffect, useState } from 'react'
import { ask } from './ask.ts'

/** What a screen shows of something that is asked of the server. */
export type Shown<T> =
  | { readonly is: 'coming' }
  | { readonly is: 'here'; readonly value: T }
  | { readonly is: 'trouble'; readonly because: string }

/** Asks the server when the path changes, and again by the second value. What was here stays until the new has come. */
export function useAsked<T>(path: string | null): readonly [Shown<T>, () => Promise<void>] {
  const [shown, setShown] = useState<{ readonly path: string | null; readonly what: Shown<T> }>({
    path: null,
    what: { is: 'coming' },
  })
  const again = useCallback(async () => {
    if (path === null) return
    const answer = await ask<T>(path)
    const what: Shown<T> = answer.ok
      ? { is: 'here', value: answer.value }
      : { is: 'trouble', because: answer.because }
    setShown({ path, what })
  }, [path])
  useEffect(() => {
    void again()
  }, [again])
  return [shown.path === path ? shown.what : { is: 'coming' }, again]
}
