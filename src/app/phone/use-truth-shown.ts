import { useEffect, useState } from 'react'
import { instantOf, millisecondsOf } from '#domain/base/days.ts'
import { useClock, useTruth } from '#app/sync/wuxin.tsx'
import { truthShown } from '#app/ui/truth-shown.ts'
import type { SyncTruth } from '#app/ui/TruthLine.tsx'

/** Where the things are, for the sync line; the age of the oldest is told anew every half minute [S2]. */
export function useTruthShown(): SyncTruth {
  const truth = useTruth()
  return truthShown(truth, instantOf(useNow()))
}

/** Milliseconds since 1970 as this device tells the time, renewed every half minute. */
export function useNow(): number {
  const { tell } = useClock()
  const [now, setNow] = useState(() => millisecondsOf(tell()))
  useEffect(() => {
    const timer = setInterval(() => setNow(millisecondsOf(tell())), 30_000)
    return () => clearInterval(timer)
  }, [tell])
  return now
}
