import { longestVoice } from '#domain/visits/voice.ts'
import type { HouseholdId, VillageCode, VisitId, VoiceId } from '#domain/base/ids.ts'

/*
 * A voice note is recorded in pieces of about a second. Each piece is sealed under a key of the note's own before it touches
 * a disk, and stays so on its way and at the server.
 */

/** How many pieces a note may have at most: one a second, with room for shorter ones. */
export const mostPieces = longestVoice + 20

/** The longest piece as it lies sealed, in bytes. */
export const longestPiece = 65_536

/** How many pieces are sent at once: a thin line is cut often, and each answer is a step that is never taken twice. */
export const piecesAtOnce = 8

/** What belongs to a voice note, and the key of its pieces (32 bytes in base64). */
export type VoiceFacts = {
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly visit: VisitId
  readonly voice: VoiceId
  /** As the browser calls it: `audio/webm;codecs=opus`. */
  readonly mime: string
  readonly key: string
}

/** A note's facts as they are sealed to the server, like what waits for a rescue. */
export type VoiceRecord = { readonly shelf: 'voices'; readonly value: VoiceFacts }

/** A step of sending one note: who sends no pieces asks how many are there. */
export type VoiceSent = {
  readonly village: VillageCode
  readonly visit: VisitId
  readonly voice: VoiceId
  /** The record, sealed to the server, in base64. */
  readonly sealed: string
  /** Of so many pieces altogether. */
  readonly of: number
  /** The number of the first piece sent here, from 0. */
  readonly from: number
  readonly pieces: readonly string[]
}

/** So many pieces the server has, without a gap; the next to send is number `has` [S17]. */
export type VoiceTaken = { readonly has: number }

/** A visitor's own notes about a visit, as far as they have come whole. */
export type VoicesOfVisit = {
  readonly voices: readonly { readonly voice: VoiceId; readonly pieces: number }[]
}

/** A note for the one who spoke it: its key and its pieces, still sealed, in base64. */
export type VoiceHeard = {
  readonly mime: string
  readonly key: string
  readonly pieces: readonly string[]
}

/** The place a piece is sealed for, so that none can be laid in the place of another. */
export const placeOfPiece = (voice: VoiceId, number: number): string => `voice/${voice}/${number}`
