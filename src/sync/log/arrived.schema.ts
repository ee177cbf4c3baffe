import * as z from 'zod/mini'
import { parseInstant } from '#domain/base/days.ts'
import { id } from '#domain/base/fields.schema.ts'
import type { ChangeId, OpeningId } from '#domain/base/ids.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import { envelope, parseChange } from '../change.schema.ts'
import type { Opening, Pushed } from '../wire.ts'
import { longestDiary, opening } from '../wire.schema.ts'

/** A change as it came over the wire: nothing about it is known yet. */
export type Arrived = { readonly change: unknown; readonly diary: unknown }

/** A change that cannot be judged, as it came: hardly more of it is known than its id. */
export type Broken = {
  readonly id: ChangeId
  readonly village: string
  readonly household: string | null
  readonly change: unknown
  readonly because: Refusal
}

export type ArrivedRead =
  | { readonly is: 'readable'; readonly pushed: Pushed }
  | { readonly is: 'broken'; readonly broken: Broken }
  | { readonly is: 'nameless' }

/**
 * Reads one change. What has no readable shape is broken, and kept [S5]; what has not even an id is nameless: nobody
 * can be answered about it, and no device of ours makes such a one.
 * @refuses `broken-change`, `diary-too-long`
 */
export function readArrived({ change, diary }: Arrived): ArrivedRead {
  const enveloped = envelope.safeParse(change)
  if (!enveloped.success) {
    const { data } = named.safeParse(change)
    if (data === undefined) return { is: 'nameless' }
    // The device knows it by that text, whatever else is wrong with it.
    const known = { id: data.id as ChangeId, village: '', household: wordOf(data.household) }
    return { is: 'broken', broken: { ...known, change: storable(change), because: 'broken-change' } }
  }
  const { id, village, household } = enveloped.data
  const broken = { id, village, household, change: storable(change) }
  if (typeof diary === 'string' && diary.length > longestDiary)
    return { is: 'broken', broken: { ...broken, because: 'diary-too-long' } }
  const happenedAt = parseInstant(enveloped.data.happenedAt)
  const parsed = happenedAt === null ? null : parseChange({ ...enveloped.data, happenedAt })
  if (parsed === null || !isDiary(diary) || !isStorable([parsed, diary]))
    return { is: 'broken', broken: { ...broken, because: 'broken-change' } }
  return { is: 'readable', pushed: { change: parsed, diary } }
}

/** The openings that can be read, each by itself. */
export const readOpenings = (arrived: readonly unknown[]): readonly Opening[] =>
  arrived.flatMap(one => opening.safeParse(one).data ?? [])

/** What cannot be read is answered for by its id alone, so that it is not sent for ever. */
export const idsOfOpenings = (arrived: readonly unknown[]): readonly OpeningId[] =>
  arrived.flatMap(one => openingNamed.safeParse(one).data?.id ?? [])

const text = z.string().check(z.minLength(1), z.maxLength(200))
const named = z.looseObject({ id: text, household: z.optional(z.unknown()) })
const openingNamed = z.looseObject({ id: id<OpeningId>() })

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const isDiary = (diary: unknown): diary is string | null => diary === null || typeof diary === 'string'

// A NUL or half a surrogate pair is no text for the database: such a change would be a fault at each try [S16].
const unstorable = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

const isStorable = (value: unknown): boolean => JSON.stringify(value).search(unstorable) === -1

/** The same, with what no database can store taken out of its texts. */
const storable = (value: unknown): unknown =>
  isStorable(value) ? value : JSON.parse(JSON.stringify(value).replaceAll(unstorable, '$1'))
