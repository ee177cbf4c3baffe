import { useState } from 'react'
import type { CatalogueEdition, EditionLine, EditRefused } from '#domain/catalogues/catalogue.ts'
import { policiesFrom } from '#domain/policies/kept-policies.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { shippedPolicies } from '#domain/policies/shipped/policies.ts'
import { ask } from '../ask.ts'
import { type Shown, useAsked } from '../use-asked.ts'

/** The catalogue as the office has it now; version 0 is what ships. */
export type Catalogue = {
  readonly version: number
  readonly edited: CatalogueEdition | null
  readonly policies: readonly Policy[]
}

export const newest = '/api/catalogues?policies=0'

/** The newest policies, and how to ask for them again. */
export function usePolicies(): readonly [Shown<Catalogue>, () => Promise<void>] {
  const [shown, again] = useAsked<readonly CatalogueEdition[]>(newest)
  return [shown.is === 'here' ? { is: 'here', value: catalogueOf(shown.value) } : shown, again]
}

export function catalogueOf([edition]: readonly CatalogueEdition[]): Catalogue {
  return edition === undefined
    ? { version: 0, edited: null, policies: shippedPolicies }
    : { version: edition.version, edited: edition, policies: policiesFrom(edition.body) }
}

/** What came of keeping an edit. */
export type Kept =
  | { readonly is: 'kept'; readonly line: EditionLine }
  | { readonly is: 'refused'; readonly refused: EditRefused }
  | { readonly is: 'trouble'; readonly because: string }

async function put(from: number, body: readonly Policy[]): Promise<Kept> {
  const answer = await fetch('/api/catalogues/policies', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, body }),
  }).catch(() => null)
  if (answer === null) return { is: 'trouble', because: 'no-signal' }
  const said: unknown = await answer.json().catch(() => null)
  // The server answers this path in these shapes alone; anything else is a trouble of its own.
  if (answer.ok) return { is: 'kept', line: said as EditionLine }
  if (answer.status === 409 || answer.status === 422) return { is: 'refused', refused: said as EditRefused }
  const because =
    typeof said === 'object' && said !== null && 'because' in said ? String(said.because) : 'fault'
  return { is: 'trouble', because }
}

/** An edit that met another: who wrote meanwhile, and the catalogue as it is now. */
export type Moved = {
  readonly now: EditionLine
  readonly before: Catalogue
  readonly catalogue: Catalogue
}

/**
 * One policy under the pen. It stands on the catalogue it began from; when somebody else wrote meanwhile, the new one is
 * fetched and shown, and what was written here stays [S10].
 */
export function useEdit(begun: Catalogue): {
  readonly catalogue: Catalogue
  readonly moved: Moved | null
  readonly outcome: Kept | null
  /** Keeps the catalogue as `change` makes it; true when it was kept. */
  readonly keep: (change: (policies: readonly Policy[]) => readonly Policy[]) => Promise<boolean>
} {
  const [catalogue, setCatalogue] = useState(begun)
  const [moved, setMoved] = useState<Moved | null>(null)
  const [outcome, setOutcome] = useState<Kept | null>(null)
  const fetchNewest = async (): Promise<Catalogue | null> => {
    const answer = await ask<readonly CatalogueEdition[]>(newest)
    return answer.ok ? catalogueOf(answer.value) : null
  }
  const keep = async (change: (policies: readonly Policy[]) => readonly Policy[]): Promise<boolean> => {
    const body = change(catalogue.policies)
    const kept = await put(catalogue.version, body)
    setOutcome(kept)
    if (kept.is === 'kept') {
      setMoved(null)
      setCatalogue({ version: kept.line.version, edited: { ...kept.line, body }, policies: body })
      return true
    }
    if (kept.is === 'refused' && kept.refused.because === 'catalogue-moved') {
      const fresh = await fetchNewest()
      if (fresh !== null) {
        setMoved({ now: kept.refused.now, before: catalogue, catalogue: fresh })
        setCatalogue(fresh)
      }
    }
    return false
  }
  return { catalogue, moved, outcome, keep }
}
