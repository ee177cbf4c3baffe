import { useMemo } from 'react'
import { useToday } from '#app/sync/wuxin.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { readDiary } from '#domain/reading/read-diary.ts'
import {
  markedByHand,
  proposalsFrom,
  strikeOut,
  type Proposal,
  type Warning,
} from '#domain/visits/proposals.ts'
import { parseNames } from '../phone/time-words.ts'
import { type Judgement, mendFrom, type Mended } from './diary-draft.ts'
import { useDiaryDraft } from './use-diary-draft.ts'
import { useSaveVisit } from './use-save-visit.ts'
import type { Taken } from './visit-acts.ts'

/** One proposal under its number, with what the writer said to it so far. */
export type Judged = {
  readonly number: number
  readonly proposal: Proposal
  readonly judgement: Judgement | null
}

/** The reading of one diary: proposals, warnings, and what is done with each. All of it is kept in the draft [S3]. */
export function useReading(household: Household, visit: VisitId) {
  const today = useToday()
  const { key, draft, change, end } = useDiaryDraft(household, visit)
  const saving = useSaveVisit(household, visit)
  const { text, on, hand } = draft
  const read = useMemo(
    () => proposalsFrom(readDiary(text, on), text, household, today),
    [text, on, household, today],
  )
  const judged = useMemo(
    () =>
      [...read.proposals, ...marked(hand, text)]
        .toSorted((one, other) => one.start - other.start)
        .map((proposal, place): Judged => ({
          number: place + 1,
          proposal,
          judgement: draft.judged[proposal.key] ?? null,
        })),
    [read, hand, text, draft.judged],
  )

  const judge = (one: Proposal | Warning, judgement: Judgement | null) => {
    const { [one.key]: _, ...others } = draft.judged
    change({ judged: judgement === null ? others : { ...others, [one.key]: judgement } })
  }
  const taken = judged.flatMap(({ proposal, judgement }): readonly Taken[] =>
    judgement?.is === 'taken' ? [{ proposal, mended: judgement.mended }] : [],
  )
  return {
    text,
    judged,
    warnings: read.warnings.filter(warning => draft.judged[warning.key] === undefined),
    leftToSee: judged.filter(({ judgement }) => judgement === null || judgement.is === 'mending').length,
    hasCompanion: parseNames(draft.companions).length > 0,
    take: (one: Proposal) => judge(one, { is: 'taken', mended: null }),
    leave: (one: Proposal | Warning) => judge(one, { is: 'left' }),
    undo: (one: Proposal) => judge(one, null),
    mend: (one: Proposal, mended: Mended = mendFrom(one)) => judge(one, { is: 'mending', mended }),
    takeMended: (one: Proposal, mended: Mended) => judge(one, { is: 'taken', mended }),
    strike: (one: Warning) => change({ text: strikeOut(text, one.quote) }),
    restore: (before: string) => change({ text: before }),
    mark: (quote: string) => {
      if (text.includes(quote) && !hand.includes(quote)) change({ hand: [...hand, quote] })
    },
    save: async () => {
      if (await saving.save(draft, taken, { draftKey: key })) end()
    },
    refusal: saving.refusal,
    busy: saving.busy,
  }
}

export type Reading = ReturnType<typeof useReading>

const marked = (hand: readonly string[], text: string): readonly Proposal[] =>
  hand.flatMap(quote => {
    const start = text.indexOf(quote)
    return start < 0 ? [] : [markedByHand(start, start + quote.length, text)]
  })
