import { useMemo } from 'react'
import { useCatalogue } from '#app/sync/wuxin.tsx'
import { talkFrom } from '#domain/visits/conversation/kept-talk.ts'
import { shippedTalk } from '#domain/visits/conversation/shipped/talk.ts'
import type { TalkLine } from '#domain/visits/conversation/talk-line.ts'

/** The conversation card's lines as the office last wrote them, or as they ship [H7]. */
export function useTalkLines(): readonly TalkLine[] {
  const kept = useCatalogue('talk')
  return useMemo(() => (kept === null ? shippedTalk : talkFrom(kept.body)), [kept])
}
