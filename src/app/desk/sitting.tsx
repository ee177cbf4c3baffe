import { createContext, use } from 'react'
import type { Actor } from '#domain/access/grants.ts'
import { dayOf, instantOf, type Day } from '#domain/base/days.ts'

/** Who sits at the desk. */
export type Sitting = { readonly actor: Actor; readonly leave: () => Promise<void> }

const SittingContext = createContext<Sitting | null>(null)

/** Holds who sits at the desk around its screens. */
export const SittingAt = SittingContext

/** Who sits here; only on the desk's own screens. */
export function useSitting(): Sitting {
  const sitting = use(SittingContext)
  if (sitting === null) throw new Error('nobody sits at this desk')
  return sitting
}

/** Today in Asia/Shanghai, by this machine's clock. */
export const useDeskToday = (): Day => dayOf(instantOf(Date.now()))
