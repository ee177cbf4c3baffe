import * as z from 'zod/mini'
import { id, villageCode } from '#domain/base/fields.schema.ts'
import type { HouseholdId, VisitId, VoiceId } from '#domain/base/ids.ts'
import { longestPiece, mostPieces, piecesAtOnce } from './voice.ts'

const base64 = /^[A-Za-z0-9+/]*={0,2}$/
const sealedText = (longest: number) => z.string().check(z.maxLength(longest), z.regex(base64))

const about = { village: villageCode, visit: id<VisitId>(), voice: id<VoiceId>() }

/** A step of sending a voice note. */
export const voiceSent = z.strictObject({
  ...about,
  sealed: sealedText(4_000),
  of: z.int().check(z.minimum(1), z.maximum(mostPieces)),
  from: z.int().check(z.minimum(0), z.maximum(mostPieces)),
  pieces: z.array(sealedText(Math.ceil(longestPiece / 3) * 4)).check(z.maxLength(piecesAtOnce)),
})

/** What was found under a note's seal. */
export const voiceRecord = z.object({
  from: z.string(),
  shelf: z.literal('voices'),
  value: z.strictObject({
    ...about,
    household: id<HouseholdId>(),
    mime: z.string().check(z.regex(/^audio\/[a-z0-9.+-]{1,40}(; ?codecs="?[a-z0-9.,]{1,40}"?)?$/)),
    key: z.string().check(z.length(44), z.regex(base64)),
  }),
})

/** One note by its address. */
export const voiceAt = z.object(about)
export const visitAt = z.object({ village: about.village, visit: about.visit })
