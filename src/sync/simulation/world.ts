import type { Actor } from '#domain/access/grants.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import { asId, type ChangeId, type HouseholdId, type VillageCode } from '#domain/base/ids.ts'
import type { Change, Recorded } from '../change.ts'
import { transportIn, type World } from './network.ts'
import { villageLogOf, type VillageLog } from '../log/memory-log.ts'
import type { ServerState } from './server.ts'

/** The households that every village of a new world has. */
export const firstHouseholds: readonly HouseholdId[] = ['household-wang', 'household-fu-1'].map(name =>
  asId<HouseholdId>(name),
)

/** A world with these people, and with the villages of their tasks, each with two households registered. */
export function newWorld(people: readonly Actor[], now: Instant): World {
  const codes = new Set(
    people.flatMap(({ grants }) =>
      grants.flatMap(grant => (grant.is === 'team' || grant.is === 'village' ? [grant.village] : [])),
    ),
  )
  const [author] = people
  if (author === undefined) throw new Error('a world needs somebody in it')
  const server: ServerState = {
    epoch: 'epoch-one',
    villages: new Map([...codes].map(code => [code, firstLog(code, author, now)])),
    refusals: [],
  }
  return withTransport({
    server,
    now,
    weather: [],
    actors: new Map(people.map(actor => [actor.id, actor])),
    requests: [],
    unreadable: new Set(),
    understandsNothing: false,
    wrongChecksums: false,
  })
}

const withTransport = (world: Parameters<typeof transportIn>[0]): World =>
  Object.assign(world, { transport: transportIn(world) })

function firstLog(village: VillageCode, author: Actor, now: Instant): VillageLog {
  const log = firstHouseholds.map((household, at): Recorded => {
    const learnedOn = dayOf(now)
    const name = {
      key: 'contact-name',
      value: `第${at + 1}家`,
      source: 'roster',
      learnedOn,
      until: null,
    } as const
    const change: Change = {
      id: asId<ChangeId>(`register-${village}-${at}`),
      village,
      household,
      kind: 'household.register',
      body: { facts: [name], members: [] },
      happenedAt: now,
      after: [],
    }
    return {
      seq: at + 1,
      change,
      author: { id: author.id, name: author.name, role: 'office' },
      receivedAt: now,
    }
  })
  return villageLogOf('高桥村', log)
}
