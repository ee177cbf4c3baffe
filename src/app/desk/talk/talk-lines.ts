import { talkFrom } from '#domain/visits/conversation/kept-talk.ts'
import { shippedTalk } from '#domain/visits/conversation/shipped/talk.ts'
import type { TalkLine } from '#domain/visits/conversation/talk-line.ts'
import type { LinesOf } from '../catalogues/use-catalogue.ts'

export const talkLines: LinesOf<TalkLine> = { name: 'talk', shipped: shippedTalk, from: talkFrom }
