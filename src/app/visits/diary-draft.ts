import { parseDay, type Day } from '#domain/base/days.ts'
import { categories, type Category } from '#domain/needs/need.ts'
import type { Proposal } from '#domain/visits/proposals.ts'
import type { TimeOfDay } from '#domain/visits/visit.ts'
import { parseTime } from '../phone/time-words.ts'
import { parseRecord } from '../phone/use-kept.ts'

/** A diary on its way: the story, when and with whom, and what was judged of its reading. One draft, saved as typed [S3]. */
export type DiaryDraft = {
  readonly on: Day
  readonly time: TimeOfDay | null
  /** As typed: 田建国、何岚. */
  readonly companions: string
  readonly text: string
  readonly judged: Readonly<Record<string, Judgement>>
  /** Words the writer marked by hand, as they stand in the text. */
  readonly hand: readonly string[]
  /** Whether something was spoken for it: then it is begun, though nothing may be written. */
  readonly spoken: boolean
}

/** What the writer said to one proposal; without any it is still open, and nothing of it is kept [H9]. */
export type Judgement =
  | { readonly is: 'left' }
  | { readonly is: 'taken'; readonly mended: Mended | null }
  | { readonly is: 'mending'; readonly mended: Mended }

/** What a proposal may be mended into. */
export const mendedKinds = ['need', 'done-there', 'promise', 'question'] as const
export type MendedKind = (typeof mendedKinds)[number]

export type Mended = {
  /** Null where the kind stays as it was proposed (a fact, a result told, a matter taken up again). */
  readonly as: MendedKind | null
  readonly words: string
  readonly category: Category
  readonly dueOn: Day | null
  readonly agreed: boolean
  readonly mayTell: string
  readonly keepBack: string
}

/** The proposal as it stands, to be mended from there. */
export function mendFrom({ proposed }: Proposal): Mended {
  const as = mendedKinds.find(kind => kind === proposed.is) ?? null
  return {
    as,
    words: proposed.is === 'fact' ? proposed.value : 'words' in proposed ? proposed.words : '',
    category:
      'category' in proposed ? proposed.category : as === 'question' ? 'public-services' : 'family-own',
    dueOn: 'dueOn' in proposed ? proposed.dueOn : null,
    agreed: false,
    mayTell: '',
    keepBack: '',
  }
}

/** Writes the draft as text; empty when nothing was written, spoken or judged, so that an opened page leaves no draft behind. */
export const writeDraft = (draft: DiaryDraft): string =>
  draft.text === '' && !draft.spoken && Object.keys(draft.judged).length === 0 ? '' : JSON.stringify(draft)

/** Reads a draft; what is missing or of another shape is as at first. */
export function parseDraft(text: string, first: DiaryDraft): DiaryDraft {
  const read = parseRecord(text)
  return {
    on: parseDay(textOf(read['on'])) ?? first.on,
    time: 'time' in read ? parseTime(textOf(read['time'])) : first.time,
    companions: typeof read['companions'] === 'string' ? read['companions'] : first.companions,
    text: textOf(read['text']),
    judged: parseJudged(read['judged']),
    hand: Array.isArray(read['hand']) ? read['hand'].filter(one => typeof one === 'string') : [],
    spoken: read['spoken'] === true,
  }
}

function parseJudged(read: unknown): DiaryDraft['judged'] {
  const judged: Record<string, Judgement> = {}
  for (const [key, value] of Object.entries(isRecord(read) ? read : {})) {
    const judgement = parseJudgement(value)
    if (judgement !== null) judged[key] = judgement
  }
  return judged
}

function parseJudgement(read: unknown): Judgement | null {
  if (!isRecord(read)) return null
  const mended = parseMended(read['mended'])
  if (read['is'] === 'left') return { is: 'left' }
  if (read['is'] === 'taken') return { is: 'taken', mended }
  return read['is'] === 'mending' && mended !== null ? { is: 'mending', mended } : null
}

function parseMended(read: unknown): Mended | null {
  if (!isRecord(read)) return null
  return {
    as: mendedKinds.find(kind => kind === read['as']) ?? null,
    words: textOf(read['words']),
    category: categories.find(one => one === read['category']) ?? 'family-own',
    dueOn: parseDay(textOf(read['dueOn'])),
    agreed: read['agreed'] === true,
    mayTell: textOf(read['mayTell']),
    keepBack: textOf(read['keepBack']),
  }
}

const textOf = (read: unknown): string => (typeof read === 'string' ? read : '')

const isRecord = (read: unknown): read is Readonly<Record<string, unknown>> =>
  typeof read === 'object' && read !== null && !Array.isArray(read)
