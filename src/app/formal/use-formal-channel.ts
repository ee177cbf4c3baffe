import { useMemo } from 'react'
import { useCatalogue } from '#app/sync/wuxin.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { lineIn, ofPart, type FormalLine, type FormalPart } from '#domain/formal/formal-channel.ts'
import { shippedFormalChannel } from '#domain/formal/shipped/formal-channel.ts'

/** The page on the formal channel as the office keeps it, or as it ships; in the language chosen. */
export function useFormalChannel(): (part: FormalPart) => readonly FormalLine[] {
  const kept = useCatalogue('formal-channel')
  const [{ language }] = useSettings()
  return useMemo(() => {
    // The server has read it by the catalogue's own schema before it was kept.
    const lines = (kept?.body as readonly FormalLine[] | undefined) ?? shippedFormalChannel
    return part => ofPart(lines, part).map(line => ({ ...line, ...lineIn(line, language) }))
  }, [kept, language])
}
