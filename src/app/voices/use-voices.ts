import { useEffect, useState, useSyncExternalStore } from 'react'
import { useVoicesHere } from '#app/sync/wuxin.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import { settable } from '../sync/watched.ts'
import type { VoiceNote, Voices } from './voices.ts'

const none = settable<readonly VoiceNote[]>([])

/** The voice notes of one visit on this phone, and what can be done with them; `voices` is null until they are open. */
export function useVoices(visit: VisitId): {
  readonly notes: readonly VoiceNote[]
  readonly voices: Voices | null
} {
  const open = useVoicesHere()
  const [voices, setVoices] = useState<Voices | null>(null)
  useEffect(() => {
    let wanted = true
    void open().then(
      opened => (wanted ? setVoices(opened) : undefined),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [open])
  const watched = voices?.notes ?? none
  const all = useSyncExternalStore(watched.watch, watched.now)
  return { notes: all.filter(note => note.visit === visit), voices }
}
