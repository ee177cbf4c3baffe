import { parseInstant, type Instant } from '#domain/base/days.ts'
import { isRefusal, type Refusal } from '#domain/base/refusals.ts'
import type { Change } from '#sync/change.ts'
import type { ForReview, Verdict } from '#sync/outbox.ts'
import type { RescueRequest, RescueWord } from '#sync/rescue.ts'
import type { Db } from '../db/database.ts'
import type { Sender } from '../log/append.ts'
import { push } from '../log/push.ts'
import { openSealed, type Opened } from './open-sealed.ts'
import { openingKeyOf } from './recovery-key.ts'

type Laid = { readonly key: string; readonly opened: Opened }
type OfOutbox = { readonly key: string; readonly value: Extract<Opened, { shelf: 'outbox' }>['value'] }

/**
 * Takes in what a device had sealed: opens it, looks that each record is the sender's own [S12], and pushes the changes
 * as a sync would, so that what had arrived before is applied once [S1]. Every record gets a word.
 */
export async function takeIn(
  db: Db,
  records: RescueRequest['records'],
  sender: Sender,
): Promise<readonly RescueWord[]> {
  const key = await openingKeyOf(db)
  const words: RescueWord[] = []
  const own: Laid[] = []
  for (const { key: at, sealed } of inOrder(records)) {
    const opened = await openSealed(key, sealed)
    if (opened === null) words.push({ key: at, is: 'unreadable' })
    else if (opened.from !== sender.actor.id) words.push({ key: at, is: 'of-another' })
    else own.push({ key: at, opened })
  }
  const waiting = own.flatMap(ofOutbox)
  const verdicts = await push(
    db,
    waiting.map(({ value }) => value),
    sender,
  )
  const kept = own.flatMap(one => wordOnKept(one, sender.now))
  return [...words, ...kept, ...waiting.map(one => wordOnSent(one, verdicts, sender.now))]
}

/** As they were written: the keys of an outbox sort so, and what depends on another comes after it. */
const inOrder = (records: RescueRequest['records']): RescueRequest['records'] =>
  records.toSorted((one, other) => (one.key < other.key ? -1 : 1))

const ofOutbox = ({ key, opened }: Laid): readonly OfOutbox[] =>
  opened.shelf === 'outbox' ? [{ key, value: opened.value }] : []

function wordOnKept({ key, opened }: Laid, now: Instant): readonly RescueWord[] {
  switch (opened.shelf) {
    case 'outbox':
      return []
    case 'review':
      return [{ key, is: 'refused', review: reviewOf(opened.value, refusalOf(opened.value.because), now) }]
    case 'drafts':
      return [{ key, is: 'draft', draft: opened.key, text: opened.value.text }]
    default:
      return opened satisfies never
  }
}

function wordOnSent({ key, value }: OfOutbox, verdicts: readonly Verdict[], now: Instant): RescueWord {
  const id = idOf(value.change)
  const verdict = verdicts.find(one => one.id === id)
  if (verdict?.ok) return { key, is: 'received' }
  // What has no shape the log can name is refused as well, never passed over [S5].
  return { key, is: 'refused', review: reviewOf(value, verdict?.because ?? 'broken-change', now) }
}

const idOf = (change: unknown): unknown =>
  typeof change === 'object' && change !== null && 'id' in change ? change.id : undefined

const refusalOf = (word: string): Refusal => (isRefusal(word) ? word : 'broken-change')

/** It goes back as it came: the author's own app wrote it and shows it again. */
const reviewOf = (
  { change, diary, writtenAt }: OfOutbox['value'],
  because: Refusal,
  now: Instant,
): ForReview => ({
  change: change as Change,
  diary,
  writtenAt: parseInstant(writtenAt) ?? now,
  because,
})
