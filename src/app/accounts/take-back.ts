import { reviewWrite, type Write } from '#sync/engine/store.ts'
import type { RescueWord } from '#sync/rescue.ts'
import type { Unsent } from '../store/rescue-shelf.ts'

/** What became of what was handed in, counted for the person who did it. */
export type Rescue = {
  readonly received: number
  /** Changes that were refused; they wait for their author's eye [S5]. */
  readonly refused: number
  readonly drafts: number
  /** Drafts of which this device has another text; it was left as it is. */
  readonly otherDrafts: number
  readonly ofAnother: number
  readonly unreadable: number
}

export const rescueOf = (words: readonly RescueWord[], held: Unsent): Rescue => {
  const count = (is: RescueWord['is']): number => words.filter(word => word.is === is).length
  const otherDrafts = words.filter(word => word.is === 'draft' && isOther(word, held)).length
  return {
    received: count('received'),
    refused: count('refused'),
    drafts: count('draft') - otherDrafts,
    otherDrafts,
    ofAnother: count('of-another'),
    unreadable: count('unreadable'),
  }
}

/** What comes back to the device: refused changes for review, drafts as drafts. What it has already stays as it is. */
export const takenBack = (words: readonly RescueWord[], held: Unsent): readonly Write[] =>
  words.flatMap((word): readonly Write[] => {
    if (word.is === 'refused') return isHeld(word, held) ? [] : [reviewWrite(word.review)]
    if (word.is !== 'draft' || held.drafts.has(word.draft)) return []
    return [{ put: 'drafts', key: word.draft, value: { text: word.text } }]
  })

export const nothingHeld: Unsent = { outbox: new Map(), review: new Map(), drafts: new Map() }

const isOther = ({ draft, text }: Extract<RescueWord, { is: 'draft' }>, { drafts }: Unsent): boolean =>
  drafts.has(draft) && drafts.get(draft)?.text !== text

/** A change that waits here is sent, and answered, by the next sync. */
const isHeld = (
  { review }: Extract<RescueWord, { is: 'refused' }>,
  { outbox, review: own }: Unsent,
): boolean =>
  own.has(review.change.id) || [...outbox.values()].some(({ change }) => change.id === review.change.id)
