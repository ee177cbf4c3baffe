import type { Instant } from '#domain/base/days.ts'
import type { PersonId } from '#domain/base/ids.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import { mostVoices } from '#domain/visits/voice.ts'
import type { Household } from '#domain/households/household.ts'
import type { VoiceFacts, VoiceSent, VoiceTaken } from '#sync/voice.ts'
import type { Db, Tx } from '../db/database.ts'
import type { HttpRefusal } from '../http/refusals.ts'
import { countPieces, insertPieces, insertVoice, selectHouseholdHeld, selectVoices } from './voices.sql.ts'

type Spoken = { readonly facts: VoiceFacts; readonly author: PersonId; readonly now: Instant }

export type TakenIn =
  | { readonly ok: true; readonly taken: VoiceTaken }
  | { readonly ok: false; readonly because: HttpRefusal }

/**
 * Takes in a step of a voice note: pieces in their order, each once [S1] [S17]. It belongs to a visit that stands in the
 * log by the author's own record; a task that has ended since does not matter [S13].
 * @refuses `voice-without-visit`, `voice-of-erased-family`, `outside-grants`, `too-large`
 */
export const takeVoice = (db: Db, sent: VoiceSent, spoken: Spoken): Promise<TakenIn> =>
  db.transaction().execute(async tx => {
    const { village, household } = spoken.facts
    const known = await selectHouseholdHeld(tx, village, household)
    const because = whyNot(known, sent, spoken.author) ?? (await whyNoRoom(tx, sent, spoken.author))
    if (because !== null) return { ok: false, because }
    const row = {
      village_code: village,
      voice_id: sent.voice,
      visit_id: sent.visit,
      household_id: household,
      author_id: spoken.author,
      sealed: Buffer.from(sent.sealed, 'base64'),
      pieces: sent.of,
      received_at: spoken.now,
    }
    const standing = await insertVoice(tx, row)
    // Another's note by the same id is not added to.
    if (standing.author_id !== spoken.author || standing.visit_id !== sent.visit)
      return { ok: false, because: 'outside-grants' }
    const has = await countPieces(tx, village, sent.voice)
    if (sent.from > has) return { ok: true, taken: { has } }
    const pieces = sent.pieces.map((piece, at) => ({
      number: sent.from + at,
      sealed: Buffer.from(piece, 'base64'),
    }))
    await insertPieces(tx, row, pieces)
    return { ok: true, taken: { has: Math.max(has, sent.from + pieces.length) } }
  })

function whyNot(household: Household | null, { visit }: VoiceSent, author: PersonId): HttpRefusal | null {
  if (household === null) return 'voice-without-visit'
  if (household.erased !== undefined) return 'voice-of-erased-family'
  const outcome = findVisit(household, visit)?.outcome
  if (outcome === undefined || outcome.is === 'planned') return 'voice-without-visit'
  return outcome.by.id === author ? null : 'outside-grants'
}

async function whyNoRoom(
  tx: Tx,
  { village, visit, voice, from, pieces, of }: VoiceSent,
  author: PersonId,
): Promise<HttpRefusal | null> {
  if (from + pieces.length > of) return 'broken-request'
  const others = await selectVoices(tx, { village, visit, author })
  return others.filter(({ voice_id }) => voice_id !== voice).length < mostVoices ? null : 'too-large'
}
