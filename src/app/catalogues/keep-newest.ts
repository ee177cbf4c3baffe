import { catalogueNames, type CatalogueEdition } from '#domain/catalogues/catalogue.ts'
import type { Engine } from '#sync/engine/engine.ts'

/** Not asked again within this time, in milliseconds: a catalogue changes a few times a month. */
const quietFor = 600_000

/**
 * After a sync, asks for catalogues that the office has changed and keeps them on the device. Only the tab that syncs
 * does it [S20]; the others read them from the disk. Returns how to stop.
 */
export function keepNewestCatalogues(engine: Engine, leads: () => boolean): () => void {
  let last = engine.contact().last
  let askedAt = 0
  return engine.listen(() => {
    const now = engine.contact().last
    if (now === last) return
    last = now
    if (now?.ok !== true || !leads() || Date.now() - askedAt < quietFor) return
    askedAt = Date.now()
    void fetchNewer(engine, leads).then(answered => {
      if (!answered) askedAt = 0
    })
  })
}

async function fetchNewer(engine: Engine, leads: () => boolean): Promise<boolean> {
  const { catalogues } = engine.state()
  const known = catalogueNames.map(name => [name, String(catalogues.get(name)?.version ?? 0)])
  const answer = await fetch(`/api/catalogues?${new URLSearchParams(known).toString()}`, {
    cache: 'no-store',
  }).catch(() => null)
  if (answer?.ok !== true) return false
  // A body that was cut is no JSON: asked again after the next sync.
  const newer: readonly CatalogueEdition[] | null = await answer.json().catch(() => null)
  if (newer === null) return false
  // Locked meanwhile, or another tab leads: nothing more is written from here.
  if (newer.length > 0 && leads()) await engine.keepCatalogues(newer)
  return true
}
