import { parseDay } from '#domain/base/days.ts'
import type { Household } from '#domain/households/household.ts'
import { parseRecord } from '../phone/use-kept.ts'

/** A draft of a family that this phone does not hold any more; `words`: what was written by hand; `spoken`: there is a voice note. */
export type LeftDraft = {
  readonly key: string
  readonly kind: LeftKind
  readonly words: string
  readonly spoken: boolean
}

export type LeftKind = 'diary' | 'other'

type Here = {
  readonly drafts: ReadonlyMap<string, string>
  readonly households: readonly Household[]
  /** Ids of the changes that wait for review here. */
  readonly refused: readonly string[]
}

/**
 * Drafts whose family is not on this phone: its village went to another team while something was half written. They are
 * kept until somebody has seen them [S5] [S13]. Keys are made of ids: `diary/<household>/<visit>`, `need-refer/<need>`.
 */
export function leftDrafts({ drafts, households, refused }: Here): readonly LeftDraft[] {
  const here = new Set([...households.flatMap(idsIn), ...refused, ...begunHere(drafts, households)])
  return [...drafts].flatMap(([key, text]) => {
    const [kind = '', ...ids] = key.split('/')
    if (ids.length === 0 || ids.some(id => here.has(id))) return []
    const words = kind === 'diary' ? String(parseRecord(text)['text'] ?? '') : wordsIn(text)
    const spoken = kind === 'diary' && parseRecord(text)['spoken'] === true
    if (words.trim() === '' && !spoken) return []
    return [{ key, kind: kind === 'diary' ? 'diary' : 'other', words, spoken }]
  })
}

const idsIn = ({ id, visits, needs, promises }: Household): readonly string[] => [
  id,
  ...visits.map(visit => visit.id),
  ...needs.map(need => need.id),
  ...promises.map(promise => promise.id),
]

/** Visits begun at families that are here; a chance visit is in no family yet, only in this list. */
const begunHere = (drafts: Here['drafts'], households: readonly Household[]): readonly string[] => {
  const ids = new Set<string>(households.map(({ id }) => id))
  return (drafts.get('diaries') ?? '').split('\n').flatMap(line => {
    const [visit = '', household = ''] = line.split(' ')
    return ids.has(household) ? [visit] : []
  })
}

/** What a person typed, without the days and the choices. */
const wordsIn = (text: string): string =>
  Object.values(parseRecord(text))
    .filter(value => typeof value === 'string')
    .filter(value => value !== '' && parseDay(value) === null && !isChoice.test(value))
    .join('\n')

const isChoice = /^[a-z]+(-[a-z0-9]+)*$/
