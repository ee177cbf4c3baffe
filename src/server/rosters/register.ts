import type { Registered } from '#domain/campaigns/desk-answers.ts'
import { createHmac } from 'node:crypto'
import { dayOf, type Day, type Instant } from '#domain/base/days.ts'
import { asId, type ChangeId, type HouseholdId, type MemberId, type VillageCode } from '#domain/base/ids.ts'
import type { RosterHousehold } from '#domain/households/roster/households.ts'
import { householdsToRegister } from '#domain/households/roster/presenting.ts'
import type { RosterReading } from '#domain/households/roster/reading.ts'
import { liesIn } from '#domain/villages/village.ts'
import type { ChangeOf } from '#sync/change.ts'
import { bodySchemas } from '#sync/change.schema.ts'
import type { Db } from '../db/database.ts'
import { append, type Sender } from '../log/append.ts'
import { villagesOf } from '../villages/divisions.ts'
import { insertVillages, selectHost, selectKnownHouseholds } from './rosters.sql.ts'

/** At most so many households in one transaction. */
export const householdsAtOnce = 500

/**
 * Registers the households of a roster that somebody looked at and confirmed, through the same log as everything else,
 * so many at a time. The ids are made from the host's secret and what tells a household from the others of its village:
 * the same roster twice, or one cut off halfway and sent again, registers each household once [S1].
 */
export const registerReading = (db: Db, reading: RosterReading, sender: Sender): Promise<Registered> =>
  registerHouseholds(db, householdsToRegister(reading), sender)

/** The same for the households themselves. Those outside the host's area are not taken. */
export async function registerHouseholds(
  db: Db,
  households: readonly RosterHousehold[],
  sender: Sender,
): Promise<Registered> {
  const { secret, area } = await selectHost(db)
  const changes = changesFor(households, { secret, now: sender.now }).filter(({ village }) =>
    liesIn(village, area),
  )
  const total = { households: 0, members: 0, before: 0 }
  for (const village of new Set(changes.map(one => one.village))) {
    const ofVillage = changes.filter(one => one.village === village)
    // One village and one batch after the other: each is a transaction of its own.
    await insertVillages(db, villagesOf(village))
    for (let at = 0; at < ofVillage.length; at += householdsAtOnce) {
      const batch = ofVillage.slice(at, at + householdsAtOnce)
      const before = await selectKnownHouseholds(
        db,
        village,
        batch.map(one => one.household),
      )
      const pushed = batch.map(change => ({ change, diary: null }))
      const taken = new Set(
        (await append(db, village, pushed, sender)).filter(({ ok }) => ok).map(({ id }) => id),
      )
      const inLog = batch.filter(({ id }) => taken.has(id))
      total.households += inLog.length
      total.members += inLog.reduce((sum, { body }) => sum + body.members.length, 0)
      total.before += inLog.filter(({ household }) => before.has(household)).length
    }
  }
  return { ...total, notTaken: households.length - total.households }
}

/** Which of the roster's households are registered already. */
export async function countKnown(db: Db, reading: RosterReading, now: Instant): Promise<number> {
  const { secret } = await selectHost(db)
  const changes = changesFor(householdsToRegister(reading), { secret, now })
  let known = 0
  for (const village of new Set(changes.map(one => one.village))) {
    const ids = changes.filter(one => one.village === village).map(one => one.household)
    known += (await selectKnownHouseholds(db, village, ids)).size
  }
  return known
}

type Registration = ChangeOf<'household.register'>
type With = { readonly secret: string; readonly now: Instant }

function changesFor(households: readonly RosterHousehold[], { secret, now }: With): readonly Registration[] {
  const seen = new Map<string, number>()
  return households.flatMap(household => {
    const words = wordsThatTell(household)
    // Two households that nothing tells apart are two all the same.
    const time = (seen.get(words) ?? 0) + 1
    seen.set(words, time)
    const id = (what: string) => digest(secret, `${what}\n${time}\n${words}`)
    const body = bodySchemas['household.register'].safeParse(bodyOf(household, dayOf(now), id))
    if (!body.success) return []
    return [
      {
        id: asId<ChangeId>(id('change')),
        village: household.villageCode,
        household: asId<HouseholdId>(id('household')),
        kind: 'household.register' as const,
        body: body.data,
        happenedAt: now,
        after: [],
      },
    ]
  })
}

/** What tells a household from the others of its village; no identity number is among it. */
const wordsThatTell = ({ villageCode, group, householdNo, contactName, members }: RosterHousehold): string =>
  JSON.stringify([villageCode, group, householdNo, contactName, members.map(({ name }) => name).toSorted()])

/** Keyed with the host's secret: who has an id cannot find the name it was made from by trying names. */
const digest = (secret: string, words: string): string =>
  createHmac('sha256', secret).update(words).digest('base64url').slice(0, 27)

function bodyOf(household: RosterHousehold, learnedOn: Day, id: (what: string) => string) {
  const { group, householdNo, contactName, telephones, houseNote, categories } = household
  const fact = (key: Registration['body']['facts'][number]['key'], value: string | null) =>
    value === null || value === '' ? [] : [{ key, value, source: 'roster' as const, learnedOn, until: null }]
  return {
    facts: [
      ...fact('contact-name', contactName),
      ...fact('group', group),
      ...fact('household-no', householdNo),
      ...fact('house-note', houseNote),
      ...telephones.flatMap(telephone => fact('telephone', telephone)),
      ...categories.flatMap(category => fact('category', category)),
    ],
    members: household.members.map(({ name, relation, birthYear }, at) => ({
      id: asId<MemberId>(id(`member ${at}`)),
      name,
      relation,
      birthYear,
      schooling: '',
    })),
  }
}

/** The villages in which a roster's households live, in the order of their codes. */
export const villagesIn = (reading: RosterReading): readonly VillageCode[] =>
  [...new Set(reading.households.map(({ villageCode }) => villageCode))].toSorted()
