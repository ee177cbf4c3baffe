import { createHmac } from 'node:crypto'
import type { Actor } from '#domain/access/grants.ts'
import type { Day } from '#domain/base/days.ts'
import { asId, type PersonId, type TeamId, type VillageCode } from '#domain/base/ids.ts'
import type { Chance } from './chance.ts'
import { inventedName } from './words.ts'

/** A visitor with everything a phone that has signed in holds. */
export type Visitor = {
  readonly actor: Actor
  readonly username: string
  readonly device: string
  readonly villages: readonly VillageCode[]
  /** The session's token as the database keeps it. */
  readonly token: string
}

export type Team = {
  readonly id: TeamId
  readonly villages: readonly VillageCode[]
  readonly visitors: readonly Visitor[]
}

/** Teams of neighbouring villages; the visitors go round, so that none has more than one more than another. */
export function makeTeams(
  villages: readonly VillageCode[],
  { villagesATeam, visitors }: { readonly villagesATeam: number; readonly visitors: number },
  from: Day,
  chance: Chance,
): readonly Team[] {
  const count = Math.ceil(villages.length / villagesATeam)
  return Array.from({ length: count }, (_, at) => {
    const id = asId<TeamId>(`team-${String(at).padStart(6, '0')}`)
    const own = villages.slice(at * villagesATeam, (at + 1) * villagesATeam)
    const members = Array.from({ length: membersOf(at, count, visitors) }, (_, member) =>
      makeVisitor({ team: id, villages: own, from, at: member * count + at }, chance),
    )
    return { id, villages: own, visitors: members }
  })
}

const membersOf = (team: number, teams: number, visitors: number): number =>
  Math.floor(visitors / teams) + (team < visitors % teams ? 1 : 0)

type Place = {
  readonly team: TeamId
  readonly villages: readonly VillageCode[]
  readonly from: Day
  readonly at: number
}

function makeVisitor({ team, villages, from, at }: Place, chance: Chance): Visitor {
  const grants = villages.map(village => ({ is: 'team', team, village, from, until: null }) as const)
  return {
    actor: { id: asId<PersonId>(chance.id()), name: inventedName(chance), role: 'visitor', grants },
    username: `v${at}`,
    device: chance.id(),
    villages,
    token: chance.id().replaceAll('-', ''),
  }
}

/** The cookie a browser of this session sends, signed as the accounts library signs it. */
export function cookieOf(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `wuxin.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
