import type { Actor } from '#domain/access/grants.ts'
import type { Day } from '#domain/base/days.ts'
import { asId, type DeviceId, type HouseholdId, type VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { sum, totalsOf, type Totals } from '#domain/needs/totals.ts'
import { nodeGround } from '#server/log/ground.ts'
import { needRowsOf } from '#server/log/need-rows.ts'
import { addHash, noChecksum } from '#sync/checksum.ts'
import type { Recorded } from '#sync/change.ts'
import { decide } from '#sync/decide.ts'
import { evolve } from '#sync/evolve.ts'
import { hashed } from '#sync/log/append.ts'
import { digestOf, link } from '#sync/log/digest.ts'
import type { ChangeKept, HouseholdKept } from '#sync/log/store.ts'
import type { Chance } from './chance.ts'
import { aLife, aRegistration, type LifeOf, type Lived } from './family-life.ts'

/** A village with its whole log and everything folded from it, as `append` would have left it. */
export type VillageLog = {
  readonly village: VillageCode
  readonly head: number
  readonly chain: Uint8Array
  readonly totals: Totals
  readonly checksumTeam: number
  readonly checksumCadre: number
  readonly changes: readonly ChangeKept[]
  readonly households: readonly HouseholdKept[]
  readonly needs: ReturnType<typeof needRowsOf>
  readonly diaries: readonly Lived[]
}

const provinceDevice = asId<DeviceId>('province-device')

export type VillageTold = {
  readonly village: VillageCode
  readonly households: number
  readonly needsEach: number
  readonly office: Actor
  /** Who works here; each family has one of them. */
  readonly visitors: readonly [Actor, ...Actor[]]
  readonly today: Day
}

/** Lives a village: registered from the roster, then visited. Every change is one the log would have accepted. */
export function liveVillage(told: VillageTold, chance: Chance): VillageLog {
  const lived = livesOf(told, chance)
  const states = new Map<HouseholdId, { state: Household; seq: number }>()
  let chain: Uint8Array = Buffer.alloc(0)
  const changes = lived.map((one, at) => {
    const { id, name, role } = one.actor
    const recorded: Recorded = {
      seq: at + 1,
      change: one.change,
      author: { id, name, role },
      receivedAt: one.receivedAt,
    }
    const before = states.get(one.change.household)?.state ?? null
    hold(before, one)
    const state = evolve(before, recorded)
    if (state !== null) states.set(one.change.household, { state, seq: recorded.seq })
    const salt = nodeGround.newSalt()
    const digest = digestOf(nodeGround, recorded, salt)
    chain = link(nodeGround, chain, recorded.seq, digest)
    return { recorded, device: provinceDevice, salt, digest }
  })
  const households = [...states.values()].map(({ state, seq }) => hashed(state, seq))
  return {
    village: told.village,
    head: changes.length,
    chain,
    totals: sum(households.map(({ state }) => totalsOf(state))),
    checksumTeam: households.reduce((all, { hashTeam }) => addHash(all, hashTeam), noChecksum),
    checksumCadre: households.reduce((all, { hashCadre }) => addHash(all, hashCadre), noChecksum),
    changes,
    households,
    needs: households.flatMap(({ state }) => needRowsOf(state)),
    diaries: lived.filter(({ diary }) => diary !== null),
  }
}

function livesOf(told: VillageTold, chance: Chance): readonly Lived[] {
  const { village, office, visitors, today, needsEach } = told
  const of = (): LifeOf => ({ village, office, visitor: chance.pick(visitors), today, needsEach })
  const registered = Array.from({ length: told.households }, () => aRegistration(of(), chance))
  const lives = registered.flatMap(({ change }) => aLife(of(), change.household, chance))
  return [...registered, ...lives]
}

/** What the server would have refused has no place in a log that is measured. */
function hold(before: Household | null, { change, actor, receivedAt }: Lived): void {
  const decision = decide(before, change, actor, receivedAt)
  if (!decision.ok) throw new Error(`the province's ${change.kind} would be refused: ${decision.because}`)
}
