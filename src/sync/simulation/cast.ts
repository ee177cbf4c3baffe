import type { Actor, Grant } from '#domain/access/grants.ts'
import { asDay } from '#domain/base/days.ts'
import {
  asId,
  asVillageCode,
  type DepartmentId,
  type HouseholdId,
  type PersonId,
  type TeamId,
  type VillageCode,
} from '#domain/base/ids.ts'

/** The villages of every simulated life; the codes are those of real villages, the people are invented. */
export const gaoqiao: VillageCode = asVillageCode('420325102213')
export const shangwan: VillageCode = asVillageCode('420325102212')
export const villages: readonly VillageCode[] = [gaoqiao, shangwan]

export const villageNames: ReadonlyMap<VillageCode, string> = new Map([
  [gaoqiao, 'Gaoqiao'],
  [shangwan, 'Shangwan'],
])

/** A household, where it lives and what it is called in a story. */
export type Family = { readonly village: VillageCode; readonly id: HouseholdId; readonly name: string }

const family = (village: VillageCode, id: string, name: string): Family => ({
  village,
  id: asId<HouseholdId>(id),
  name,
})

export const families: readonly Family[] = [
  family(gaoqiao, 'household-wang', 'the Wang family'),
  family(gaoqiao, 'household-fu-1', 'the Fu family'),
  family(shangwan, 'household-deng', 'the Deng family'),
  family(shangwan, 'household-luo1', 'the Luo family'),
]

/** Families that are met at their doors: registered during the life. */
export const newFamilies: readonly Family[] = [
  family(gaoqiao, 'household-xie1', 'the Xie family'),
  family(shangwan, 'household-ke-1', 'the Ke family'),
]

export const everyFamily: readonly Family[] = [...families, ...newFamilies]

/** What a household is called in a story. */
export const nameOfFamily = (household: string): string =>
  everyFamily.find(({ id }) => id === household)?.name ?? household

export const waterBureau: DepartmentId = asId<DepartmentId>('water-bureau')

const always = { from: asDay('2026-03-01'), until: null }

const onTeam = (village: VillageCode, team: string): Grant => ({
  is: 'team',
  team: asId<TeamId>(team),
  village,
  ...always,
})

const person = (id: string, name: string, role: Actor['role'], grants: readonly Grant[]): Actor => ({
  id: asId<PersonId>(id),
  name,
  role,
  grants,
})

export const zhouMin = person('zhou-min-1', 'Zhou Min', 'visitor', [onTeam(gaoqiao, 'team-one-1')])
const tianJianguo = person('tian-jianguo', 'Tian Jianguo', 'visitor', [onTeam(gaoqiao, 'team-one-1')])
const heLan = person('he-lan-0001', 'He Lan', 'team-leader', [
  onTeam(gaoqiao, 'team-one-1'),
  onTeam(shangwan, 'team-two-1'),
])
const liuYulan = person('liu-yulan-1', 'Liu Yulan', 'village-cadre', [
  { is: 'village', village: gaoqiao, ...always },
])
const huYuan = person('hu-yuan-001', 'Hu Yuan', 'visitor', [onTeam(shangwan, 'team-two-1')])

/** Who works with a device. */
export const people: readonly Actor[] = [zhouMin, tianJianguo, heLan, liuYulan, huYuan]

/** Who acts online, through the same log. */
export const online: readonly Actor[] = [
  person('han-zhiming1', 'Han Zhiming of the water bureau', 'department-officer', [
    { is: 'department', department: waterBureau, ...always },
  ]),
  person('liu-wenqing1', 'Liu Wenqing of the office', 'office', [
    { is: 'area', prefix: '420325', ...always },
  ]),
  person('card-of-wang', 'the Wang family, by its card', 'household', [
    { is: 'card', village: gaoqiao, household: asId<HouseholdId>('household-wang'), ...always },
  ]),
]

/** The server itself, by its own timer. */
export const theHost: Actor = person('the-host', '', 'office', [{ is: 'area', prefix: '', ...always }])

/** The devices: Zhou Min has two of them; Hu Yuan borrows Tian Jianguo's, which has a store for each of them. */
export const devices: readonly { readonly name: string; readonly person: Actor }[] = [
  { name: 'zhou-phone', person: zhouMin },
  { name: 'tian-phone', person: tianJianguo },
  { name: 'zhou-tablet', person: zhouMin },
  { name: 'he-phone', person: heLan },
  { name: 'liu-phone', person: liuYulan },
  { name: 'hu-phone', person: huYuan },
]
