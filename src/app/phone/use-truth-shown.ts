import { useEffect, useState } from 'react'
import { instantOf } from '#domain/base/days.ts'
import { useTruth } from '#app/sync/wuxin.tsx'
import { truthShown } from '#app/ui/truth-shown.ts'
import type { SyncTruth } from '#app/ui/TruthLine.tsx'

/** Where the things are, for the sync line; the age of the oldest is told anew every half minute [S2]. */
export function useTruthShown(): SyncTruth {
  const truth = useTruth()
  return truthShown(truth, instantOf(useNow()))
}

/** Milliseconds since 1970 by this device's clock, renewed every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
