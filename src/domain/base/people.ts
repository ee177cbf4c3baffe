import type { PersonId } from './ids.ts'

/** A person who acts for the campaign, or the household through its card, as named in the log. */
export type PersonNamed = { readonly id: PersonId; readonly name: string }

export type Role =
  | 'visitor'
  | 'team-leader'
  | 'village-cadre'
  | 'department-officer'
  | 'office'
  | 'privacy-officer'
  | 'household'

export const roles = [
  'visitor',
  'team-leader',
  'village-cadre',
  'department-officer',
  'office',
  'privacy-officer',
  'household',
] as const satisfies readonly Role[]
