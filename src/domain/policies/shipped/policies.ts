import type { Policy } from '../policy.ts'

export const shippedPolicies: readonly Policy[] = []
