import type { Client } from 'pg'
import type { Day, Instant } from '#domain/base/days.ts'
import { everydayName, type Village } from '#domain/villages/village.ts'
import type { ChangeKept } from '#sync/log/store.ts'
import { copyIn, type Cell } from './copy.ts'
import type { Team } from './people.ts'
import type { VillageLog } from './village-log.ts'

/** Puts one village with its log into the tables, columns and all, as `append` writes them. */
export async function copyVillage(client: Client, { name, town }: Village, log: VillageLog): Promise<void> {
  const code = log.village
  const { head, chain, totals, checksumTeam, checksumCadre } = log
  await copyIn(client, 'villages', 'code, name, town, head, chain, totals, checksum_team, checksum_cadre', [
    [code, everydayName(name), town, head, chain, { json: totals }, checksumTeam, checksumCadre],
  ])
  await copyIn(
    client,
    'households',
    'village_code, household_id, seq, hash_team, hash_cadre, state',
    log.households.map(one => [
      code,
      one.state.id,
      one.seq,
      one.hashTeam,
      one.hashCadre,
      { json: one.state },
    ]),
  )
  await copyIn(client, 'changes', changeColumns, log.changes.map(rowOfChange))
  await copyIn(
    client,
    'needs',
    `village_code, need_id, household_id, stage, category, owner_id, department_id, due_on, heard_on,
     answered_by_household`,
    log.needs.map(row => [
      code,
      row.need_id,
      row.household_id,
      row.stage,
      row.category,
      row.owner_id,
      row.department_id,
      row.due_on,
      row.heard_on,
      row.answered_by_household,
    ]),
  )
  await copyIn(
    client,
    'diaries',
    'village_code, visit_id, household_id, author_id, written_at, story',
    log.diaries.map(one => [
      code,
      visitOf(one.change),
      one.change.household,
      one.actor.id,
      one.receivedAt,
      one.diary,
    ]),
  )
}

const changeColumns = `village_code, seq, change_id, kind, household_id, author_id, author_name, author_role, device_id,
  happened_at, received_at, after, body, salt, digest`

const rowOfChange = ({ recorded, device, salt, digest }: ChangeKept): readonly Cell[] => {
  const { seq, change, author, receivedAt } = recorded
  return [
    change.village,
    seq,
    change.id,
    change.kind,
    change.household,
    author.id,
    author.name,
    author.role,
    device,
    change.happenedAt,
    receivedAt,
    change.after,
    { json: change.body },
    salt,
    digest,
  ]
}

const visitOf = (change: VillageLog['diaries'][number]['change']): string =>
  change.kind === 'visit.record' ? change.body.visit : change.id

export type TeamsSince = {
  readonly from: Day
  readonly now: Instant
  /** Until when their sessions hold. */
  readonly until: Instant
  /** The digest of the one password of all. */
  readonly password: string
}

/** Teams, their people, and a session for each, as signing in would have made it. */
export async function copyTeams(client: Client, teams: readonly Team[], since: TeamsSince): Promise<void> {
  const { from, now, until, password } = since
  const visitors = teams.flatMap(team => team.visitors)
  await copyIn(
    client,
    '"user"',
    'id, name, email, "emailVerified", username, "displayUsername"',
    visitors.map(({ actor: { id, name }, username }) => [
      id,
      name,
      `${id}@people.invalid`,
      true,
      username,
      username,
    ]),
  )
  await copyIn(
    client,
    'account',
    'id, "accountId", "providerId", "userId", password, "updatedAt"',
    visitors.map(({ actor: { id } }) => [id, id, 'credential', id, password, now]),
  )
  await copyIn(
    client,
    'session',
    'id, "expiresAt", token, "createdAt", "updatedAt", "userId"',
    visitors.map(({ actor: { id }, token }) => [`s-${id}`, until, token, now, now, id]),
  )
  await copyIn(
    client,
    'people',
    'id, name, role',
    visitors.map(({ actor: { id, name, role } }) => [id, name, role]),
  )
  await copyIn(
    client,
    'teams',
    'id, name',
    teams.map(({ id }) => [id, id]),
  )
  await copyIn(
    client,
    'team_people',
    'team_id, person_id, from_on',
    teams.flatMap(({ id, visitors }) => visitors.map(({ actor }) => [id, actor.id, from])),
  )
  await copyIn(
    client,
    'team_villages',
    'team_id, village_code, from_on',
    teams.flatMap(({ id, villages }) => villages.map(village => [id, village, from])),
  )
}
