import { useEffect, useMemo, useState } from 'react'
import { useCatalogue, useToday } from '#app/sync/wuxin.tsx'
import type { CatalogueKept } from '#sync/engine/store.ts'
import type { Household } from '#domain/households/household.ts'
import { noFit, policyFitOf, readPolicies, type PolicyFit, type ReadPolicy } from '#domain/policies/fit.ts'
import { policiesFrom } from '#domain/policies/kept-policies.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { shippedPolicies } from '#domain/policies/shipped/policies.ts'

/**
 * What is worth explaining to this family, from what the office last wrote or, until it has, from what ships. The first
 * brief after the app was opened is drawn before the expressions are read: what was promised stands above them anyway.
 */
export function usePolicyFit(household: Household): PolicyFit {
  const today = useToday()
  const kept = useCatalogue('policies')
  const [drawn, setDrawn] = useState(reading.isRead(kept))
  useEffect(() => {
    if (drawn) return undefined
    const timer = setTimeout(() => setDrawn(true))
    return () => clearTimeout(timer)
  }, [drawn])
  return useMemo(
    () => (drawn ? policyFitOf(reading.read(kept), household, today) : noFit),
    [drawn, kept, household, today],
  )
}

/** One policy of the catalogue by its id; null where the office took it out. */
export function usePolicy(id: string): Policy | null {
  const kept = useCatalogue('policies')
  return reading.read(kept).find(({ policy }) => policy.id === id)?.policy ?? null
}

/** A catalogue's expressions are read once, and not again for every family whose brief is opened. */
const reading = rememberLast()

function rememberLast(): {
  readonly isRead: (kept: CatalogueKept | null) => boolean
  readonly read: (kept: CatalogueKept | null) => readonly ReadPolicy[]
} {
  let last: { readonly version: number; readonly policies: readonly ReadPolicy[] } | null = null
  const isRead = (kept: CatalogueKept | null): boolean => last?.version === (kept?.version ?? 0)
  return {
    isRead,
    read: kept => {
      if (last !== null && isRead(kept)) return last.policies
      const policies = readPolicies(kept === null ? shippedPolicies : policiesFrom(kept.body))
      last = { version: kept?.version ?? 0, policies }
      return policies
    },
  }
}
