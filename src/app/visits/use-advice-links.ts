import { useCallback, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { HouseholdId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { AdviceLink, AdviceLinkMade, Cadre } from '#domain/visits/advice-links.ts'
import { ask } from '../desk/ask.ts'

type Wanted = {
  readonly saidBy: string
  readonly visits: readonly { readonly household: HouseholdId; readonly visit: VisitId }[]
}

/** Links that ask the village: whom one can ask, making one, those that still open, taking one back. Needs a signal. */
export type AdviceLinks = {
  readonly cadres: readonly Cadre[]
  readonly open: readonly AdviceLink[]
  readonly refusal: string | undefined
  readonly make: (wanted: Wanted) => Promise<AdviceLinkMade | null>
  readonly load: () => Promise<void>
  readonly revoke: (link: string) => Promise<void>
}

export function useAdviceLinks(village: VillageCode | null): AdviceLinks {
  const words = useWords('asking')
  const [cadres, setCadres] = useState<readonly Cadre[]>([])
  const [open, setOpen] = useState<readonly AdviceLink[]>([])
  const [because, setBecause] = useState<string>()
  useEffect(() => {
    if (village === null) return
    void ask<readonly Cadre[]>(`/api/advice-links/cadres/${village}`).then(answer => {
      if (answer.ok) setCadres(answer.value)
    })
  }, [village])
  const load = useCallback(async () => {
    const answer = await ask<readonly AdviceLink[]>('/api/advice-links')
    if (answer.ok) setOpen(answer.value)
  }, [])
  const make = async (wanted: Wanted) => {
    const answer = await ask<AdviceLinkMade>('/api/advice-links', { body: { village, ...wanted } })
    setBecause(answer.ok ? undefined : answer.because)
    return answer.ok ? answer.value : null
  }
  const revoke = async (link: string) => {
    await ask('/api/advice-links/revoke', { body: { link } })
    await load()
  }
  return { cadres, open, refusal: sentenceFor(because, words), make, load, revoke }
}

function sentenceFor(
  because: string | undefined,
  words: { readonly noSignal: string; readonly notSentYet: string; readonly fault: string },
): string | undefined {
  if (because === undefined) return undefined
  if (because === 'no-signal') return words.noSignal
  return because === 'visit-not-here' ? words.notSentYet : words.fault
}
