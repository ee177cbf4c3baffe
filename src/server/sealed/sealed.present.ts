import type { Day, Instant } from '#domain/base/days.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { LetterLine } from '#domain/sealed/letter.ts'
import type { LetterRow, OpeningRow, TurnRow } from './sealed.sql.ts'

/** Letters as one of their openers sees them: the own halves, those others have turned over, and who did what. */
export const presentLetters = (
  person: PersonId,
  of: {
    readonly letters: readonly LetterRow[]
    readonly turns: readonly TurnRow[]
    readonly openings: readonly OpeningRow[]
    /** Those who open now and have a key. */
    readonly openers: readonly PersonId[]
  },
): readonly LetterLine[] =>
  of.letters.map(letter => {
    const turns = of.turns.filter(({ sealed_id }) => sealed_id === letter.id)
    return {
      id: letter.id,
      // Days and instants come from the database as such.
      receivedOn: letter.received_on as Day,
      answeredOn: letter.answered_on as Day | null,
      mine: letter.shares.filter(share => share.for === person),
      given: turns.flatMap(({ shares }) => shares.filter(share => share.for === person)),
      turned: turns.some(turn => turn.person_id === person),
      lacks: of.openers.filter(id => !letter.shares.some(share => share.for === id)),
      openings: of.openings
        .filter(({ sealed_id }) => sealed_id === letter.id)
        .map(row => ({ name: row.person_name, act: row.act, at: row.opened_at as Instant })),
    }
  })
