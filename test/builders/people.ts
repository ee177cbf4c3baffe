import type { Actor, Grant } from '#domain/access/grants.ts'
import { asDay, type Day } from '#domain/base/days.ts'
import {
  asId,
  asVillageCode,
  type DepartmentId,
  type PersonId,
  type TeamId,
  type VillageCode,
} from '#domain/base/ids.ts'

/** Invented people of an invented team in 高桥村; the codes are those of real villages. */
export const gaoqiao: VillageCode = asVillageCode('420325102213')
export const otherVillage: VillageCode = asVillageCode('420325102212')
export const springDay: Day = asDay('2026-03-01')

const always = { from: springDay, until: null }

export const teamGrant = (
  village: VillageCode = gaoqiao,
  days: Partial<Pick<Grant, 'from' | 'until'>> = {},
): Grant => ({
  is: 'team',
  team: asId<TeamId>('team-one-1'),
  village,
  ...always,
  ...days,
})

const person = (id: string, name: string, role: Actor['role'], grants: readonly Grant[]): Actor => ({
  id: asId<PersonId>(id),
  name,
  role,
  grants,
})

export const zhouMin: Actor = person('zhou-min-1', '周敏', 'visitor', [teamGrant()])
export const tianJianguo: Actor = person('tian-jianguo-1', '田建国', 'visitor', [teamGrant()])
export const heLan: Actor = person('he-lan-0001', '何岚', 'team-leader', [teamGrant()])
export const liuYulan: Actor = person('liu-yulan-1', '刘玉兰', 'village-cadre', [
  { is: 'village', village: gaoqiao, ...always },
])
export const waterBureau: DepartmentId = asId<DepartmentId>('water-bureau')
export const hanZhiming: Actor = person('han-zhiming-1', '韩志明', 'department-officer', [
  { is: 'department', department: waterBureau, ...always },
])
export const liuWenqing: Actor = person('liu-wenqing-1', '柳文清', 'office', [
  { is: 'area', prefix: '420325', ...always },
])

/** A visitor of another team, in another village. */
export const stranger: Actor = person('stranger-01', '胡远', 'visitor', [teamGrant(otherVillage)])
