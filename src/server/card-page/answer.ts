import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/grants.ts'
import { dayOf } from '#domain/base/days.ts'
import { asId, type ChangeId, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import { lastWord } from '#domain/households/card.ts'
import { nameOf } from '#domain/households/roll.ts'
import type { HouseholdAnswer, Need } from '#domain/needs/need.ts'
import type { ChangeOf } from '#sync/change.ts'
import type { Context } from '../http/context.ts'
import { append } from '../log/append.ts'
import { selectHousehold } from './card-page.sql.ts'
import type { GoodCard } from './door.ts'

/** What a household says of one of its matters: which (by its place, from 1), what, and the page it was said on. */
export type Said = {
  readonly at: number
  readonly says: HouseholdAnswer['says']
  /** Made anew with every page that is sent out: the same page pressed twice says it once. */
  readonly page: string
}

/**
 * Takes the household's own word on an answered need into the log, by the channel `card` [H12] [H22]. Said twice, it is
 * kept once [S1]; what it has said already is not said again. Null when it stands in the log.
 * @refuses what the log refuses, among it `unknown-need`, `not-answered`, `answer-too-late-to-change`
 */
export async function takeAnswer(context: Context, card: GoodCard, said: Said): Promise<Refusal | null> {
  const { db, clock } = context
  const household = await selectHousehold(db, card.village, card.household)
  const need = household?.needs[said.at - 1]
  if (household === null || need === undefined) return 'unknown-need'
  if (lastWord(need)?.says === said.says) return null
  const now = clock()
  const name = `${nameOf(household, dayOf(now))}家`
  const change: ChangeOf<'need.hear-answer'> = {
    id: changeIdOf(card, need, said),
    village: card.village,
    household: card.household,
    kind: 'need.hear-answer',
    body: { need: need.id, on: dayOf(now), says: said.says, saidBy: name, words: '', channel: 'card' },
    happenedAt: now,
    after: [],
  }
  const sender = { actor: householdOf(card, name), device: deviceOf(card), now }
  const [verdict] = await append(db, card.village, [{ change, diary: null }], sender)
  return verdict === undefined || verdict.ok ? null : verdict.because
}

/** The household as who acts: through its card, with a grant for itself alone. */
const householdOf = ({ village, household, issuedAt }: GoodCard, name: string): Actor => ({
  id: asId<PersonId>(`card-${shortDigest('household', village, household)}`),
  name,
  role: 'household',
  grants: [{ is: 'card', village, household, from: dayOf(issuedAt), until: null }],
})

const deviceOf = ({ digest }: GoodCard): DeviceId =>
  asId<DeviceId>(`card-${shortDigest('device', digest.toString('hex'))}`)

/** The same for the same word from the same page at the same point of the need's life; for any other, another. */
const changeIdOf = ({ household }: GoodCard, need: Need, { says, page }: Said): ChangeId =>
  asId<ChangeId>(`card-${shortDigest('answer', household, need.id, String(need.life.length), says, page)}`)

const shortDigest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
