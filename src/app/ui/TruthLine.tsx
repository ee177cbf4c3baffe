import { useWords } from '#app/i18n/words.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Press } from './Press.tsx'

/** Where the things are that were written down; chosen in this order: not stored › refused › waiting › sending › received [S2]. */
export type SyncTruth =
  | { readonly is: 'not-stored' }
  | { readonly is: 'refused'; readonly count: number }
  | { readonly is: 'waiting'; readonly count: number; readonly oldestMinutes: number }
  /** What waits cannot go out before somebody has signed in again. */
  | { readonly is: 'sign-in-again'; readonly count: number }
  | { readonly is: 'sending'; readonly left: number }
  /** The server must be renewed before this can go out. */
  | { readonly is: 'older-server'; readonly count: number }
  /** A first sync: villages that have come, of those that are to come, and how far the next one is. */
  | {
      readonly is: 'fetching'
      readonly got: number
      readonly of: number
      readonly part: { readonly got: number; readonly of: number } | null
    }
  /** No signal, and something may still wait on this device. */
  | { readonly is: 'offline' }
  /** Saved here a moment ago; goes out when there is a signal. */
  | { readonly is: 'saved-here' }
  /** Only when the server has said so. */
  | { readonly is: 'received' }

const SIGNS: Record<SyncTruth['is'], IconName> = {
  'not-stored': 'ask',
  refused: 'ask',
  waiting: 'up',
  'sign-in-again': 'ask',
  'older-server': 'up',
  sending: 'up',
  fetching: 'down',
  offline: 'lock',
  'saved-here': 'up',
  received: 'tick',
}

/** What does not mend itself: somebody has to look. */
const needsAnEye: readonly SyncTruth['is'][] = ['not-stored', 'refused', 'sign-in-again']

/** The only line that says where things are. Leads to 我的 when there is something to look at. */
export function TruthLine({ truth, to }: { readonly truth: SyncTruth; readonly to?: string | undefined }) {
  const says = useTruthWords(truth)
  const className = needsAnEye.includes(truth.is) ? 'truth due' : 'truth'
  const inside = (
    <>
      <Icon name={SIGNS[truth.is]} />
      <span role="status">{says}</span>
      {to === undefined ? null : (
        <span className="go">
          <Icon name="onward" />
        </span>
      )}
    </>
  )
  if (to === undefined) return <div className={className}>{inside}</div>
  return (
    <Press leads={{ to }} className={className}>
      {inside}
    </Press>
  )
}

const useTruthWords = (truth: SyncTruth): string => {
  const words = useWords('sync')
  switch (truth.is) {
    case 'not-stored':
      return words.notStored
    case 'refused':
      return words.refused(truth.count)
    case 'waiting':
      return words.waiting(truth.count, truth.oldestMinutes)
    case 'sign-in-again':
      return words.signInAgain(truth.count)
    case 'sending':
      return words.sending(truth.left)
    case 'fetching':
      return words.fetchingVillages(truth.of, truth.got) + (truth.part === null ? '' : words.part(truth.part))
    case 'older-server':
      return words.olderServer(truth.count)
    case 'offline':
      return words.offline
    case 'saved-here':
      return words.savedHere
    case 'received':
      return words.received
    default:
      return truth satisfies never
  }
}
