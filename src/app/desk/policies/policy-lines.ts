import { policiesFrom } from '#domain/policies/kept-policies.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { shippedPolicies } from '#domain/policies/shipped/policies.ts'
import type { LinesOf } from '../catalogues/use-catalogue.ts'

export const policyLines: LinesOf<Policy> = { name: 'policies', shipped: shippedPolicies, from: policiesFrom }
