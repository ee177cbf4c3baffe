import type { Policy } from '../policy.ts'
import { everydayPolicies } from './everyday.ts'
import { hardshipPolicies } from './hardship.ts'

/** The policy catalogue as it ships, until the office edits it. What concerns few comes first, what concerns all last. */
export const shippedPolicies: readonly Policy[] = [...hardshipPolicies, ...everydayPolicies]
