import { useMemo } from 'react'
import { useCatalogue, useToday } from '#app/sync/wuxin.tsx'
import type { CatalogueKept } from '#sync/engine/store.ts'
import type { Household } from '#domain/households/household.ts'
import { policyFitOf, readPolicies, type PolicyFit, type ReadPolicy } from '#domain/policies/fit.ts'
import { policiesFrom } from '#domain/policies/kept-policies.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { shippedPolicies } from '#domain/policies/shipped/policies.ts'

/** What is worth explaining to this family, from what the office last wrote or, until it has, from what ships. */
export function usePolicyFit(household: Household): PolicyFit {
  const today = useToday()
  const kept = useCatalogue('policies')
  return useMemo(() => policyFitOf(readOnce(kept), household, today), [kept, household, today])
}

/** One policy of the catalogue by its id; null where the office took it out. */
export function usePolicy(id: string): Policy | null {
  const kept = useCatalogue('policies')
  return readOnce(kept).find(({ policy }) => policy.id === id)?.policy ?? null
}

/** A catalogue's expressions are read once, and not again for every family whose brief is opened. */
const readOnce = rememberLast()

function rememberLast(): (kept: CatalogueKept | null) => readonly ReadPolicy[] {
  let last: { readonly version: number; readonly policies: readonly ReadPolicy[] } | null = null
  return kept => {
    const version = kept?.version ?? 0
    if (last?.version === version) return last.policies
    const policies = readPolicies(kept === null ? shippedPolicies : policiesFrom(kept.body))
    last = { version, policies }
    return policies
  }
}
