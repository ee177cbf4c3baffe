import { type Instant, millisecondsOf } from '#domain/base/days.ts'
import type { Truth } from '#app/sync/wuxin.tsx'
import type { SyncTruth } from './TruthLine.tsx'

/** What the sync line shows for what the device knows, at `now`. */
export function truthShown(truth: Truth, now: Instant): SyncTruth {
  switch (truth.is) {
    case 'waiting': {
      const oldestMinutes = Math.max(0, (millisecondsOf(now) - millisecondsOf(truth.oldestAt)) / 60_000)
      if (truth.signInAgain) return { is: 'sign-in-again', count: truth.count }
      return truth.olderServer
        ? { is: 'older-server', count: truth.count }
        : { is: 'waiting', count: truth.count, oldestMinutes }
    }
    case 'offline-empty':
      return { is: 'offline' }
    case 'received':
      return { is: 'received' }
    case 'not-stored':
    case 'refused':
    case 'sending':
      return truth
    case 'fetching':
      return { is: 'fetching', got: truth.got, of: truth.of, part: truth.part }
    default:
      return truth satisfies never
  }
}
