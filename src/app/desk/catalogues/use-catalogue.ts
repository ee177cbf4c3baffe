import { useMemo, useState } from 'react'
import type {
  CatalogueEdition,
  CatalogueName,
  EditionLine,
  EditRefused,
} from '#domain/catalogues/catalogue.ts'
import { ask } from '../ask.ts'
import { type Shown, useAsked } from '../use-asked.ts'

/** A catalogue of lines as the desk edits it: its name, what ships, and how a kept body is read. */
export type LinesOf<Line> = {
  readonly name: CatalogueName
  readonly shipped: readonly Line[]
  readonly from: (body: unknown) => readonly Line[]
}

/** The catalogue as the office has it now; version 0 is what ships. */
export type Catalogue<Line> = {
  readonly version: number
  readonly edited: CatalogueEdition | null
  readonly lines: readonly Line[]
}

/** The newest lines of a catalogue, and how to ask for them again. */
export function useCatalogueNow<Line>(
  of: LinesOf<Line>,
): readonly [Shown<Catalogue<Line>>, () => Promise<void>] {
  const [shown, again] = useAsked<readonly CatalogueEdition[]>(newestOf(of))
  const now = useMemo(
    () => (shown.is === 'here' ? { is: 'here' as const, value: catalogueFrom(of, shown.value) } : shown),
    [of, shown],
  )
  return [now, again]
}

const newestOf = ({ name }: Pick<LinesOf<unknown>, 'name'>): string => `/api/catalogues?${name}=0`

function catalogueFrom<Line>(
  { shipped, from }: LinesOf<Line>,
  [edition]: readonly CatalogueEdition[],
): Catalogue<Line> {
  return edition === undefined
    ? { version: 0, edited: null, lines: shipped }
    : { version: edition.version, edited: edition, lines: from(edition.body) }
}

/** What came of keeping an edit. */
export type Kept =
  | { readonly is: 'kept'; readonly line: EditionLine }
  | { readonly is: 'refused'; readonly refused: EditRefused }
  | { readonly is: 'trouble'; readonly because: string }

async function put(name: CatalogueName, from: number, body: readonly unknown[]): Promise<Kept> {
  const answer = await fetch(`/api/catalogues/${name}`, {
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
export type Moved<Line> = {
  readonly now: EditionLine
  readonly before: Catalogue<Line>
  readonly catalogue: Catalogue<Line>
}

type Change<Line> = (lines: readonly Line[]) => readonly Line[]

/**
 * One line under the pen. It stands on the catalogue it began from; when somebody else wrote meanwhile, the new one is
 * fetched and shown, and what was written here stays [S10].
 */
export function useEdit<Line>(
  of: LinesOf<Line>,
  begun: Catalogue<Line>,
): {
  readonly catalogue: Catalogue<Line>
  readonly moved: Moved<Line> | null
  readonly outcome: Kept | null
  /** Keeps the catalogue as `change` makes it; true when it was kept. */
  readonly keep: (change: Change<Line>) => Promise<boolean>
} {
  const [catalogue, setCatalogue] = useState(begun)
  const [moved, setMoved] = useState<Moved<Line> | null>(null)
  const [outcome, setOutcome] = useState<Kept | null>(null)
  const fetchNewest = async (): Promise<Catalogue<Line> | null> => {
    const answer = await ask<readonly CatalogueEdition[]>(newestOf(of))
    return answer.ok ? catalogueFrom(of, answer.value) : null
  }
  const keep = async (change: Change<Line>): Promise<boolean> => {
    const body = change(catalogue.lines)
    const kept = await put(of.name, catalogue.version, body)
    setOutcome(kept)
    if (kept.is === 'kept') {
      setMoved(null)
      setCatalogue({ version: kept.line.version, edited: { ...kept.line, body }, lines: body })
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
