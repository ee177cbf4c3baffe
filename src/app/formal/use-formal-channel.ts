import { useMemo } from 'react'
import { useCatalogue, useToday } from '#app/sync/wuxin.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { lineIn, linesHere, type FormalLine, type FormalPart } from '#domain/formal/formal-channel.ts'
import { formalFrom } from '#domain/formal/kept-formal.ts'
import { shippedFormalChannel } from '#domain/formal/shipped/formal-channel.ts'

/** The page on the formal channel for this village today, as the office keeps it or as it ships; in the language chosen. */
export function useFormalChannel(village: string): (part: FormalPart) => readonly FormalLine[] {
  const kept = useCatalogue('formal-channel')
  const today = useToday()
  const [{ language }] = useSettings()
  return useMemo(() => {
    const lines = kept === null ? shippedFormalChannel : formalFrom(kept.body)
    return part =>
      linesHere(lines, part, { village, today }).map(line => ({ ...line, ...lineIn(line, language) }))
  }, [kept, village, today, language])
}
