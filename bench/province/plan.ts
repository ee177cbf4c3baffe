import { villagesOf } from '#server/villages/divisions.ts'
import type { Village } from '#domain/villages/village.ts'

/** How large a province is to be measured, and how its people are spread over it. */
export type ProvincePlan = {
  readonly villages: number
  readonly householdsEach: number
  /** Needs of a household on average. */
  readonly needsEach: number
  /** How many villages one team works in. */
  readonly villagesATeam: number
  /** Visitors in all. */
  readonly visitors: number
  readonly seed: number
}

/* The campaign of 2011: 10.62 million households in 26,018 villages, some 110,000 visitors. */
export const householdsAVillage = 408
const visitorsAVillage = 110_000 / 26_018

/** The province in the proportions of the campaign of 2011, cut to about so many households. */
export function planFor(households: number): ProvincePlan {
  const villages = Math.max(1, Math.round(households / householdsAVillage))
  return {
    villages,
    householdsEach: Math.min(householdsAVillage, households),
    needsEach: 1,
    villagesATeam: 1,
    visitors: Math.max(1, Math.round(villages * visitorsAVillage)),
    seed: 2011,
  }
}

/** Real villages of Hubei, in the order of their codes, as many as are asked for. */
export function villagesFor(plan: ProvincePlan): readonly Village[] {
  const villages = villagesOf('42').filter(({ name }) => /村/.test(name))
  if (villages.length < plan.villages)
    throw new Error(`Hubei has ${villages.length} villages in the table, not ${plan.villages}.`)
  return villages.slice(0, plan.villages)
}
