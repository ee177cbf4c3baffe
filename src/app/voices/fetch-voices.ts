import type { ChangeId, VisitId } from '#domain/base/ids.ts'
import type { Engine } from '#sync/engine/engine.ts'
import type { Voices } from './voices.ts'
import type { VoiceGround } from './voices-here.ts'

/** The voice notes' own code comes when it is needed: a screen asks, or some lie here. */
export function fetchVoices(engine: Engine, ground: VoiceGround, leads: () => boolean) {
  let opened: Promise<Voices> | null = null
  const open = (): Promise<Voices> => {
    opened ??= import('./voices.ts').then(({ openVoices }) => openVoices(ground, engine, leads))
    return opened
  }
  void ground.db
    .count('voices')
    .then(count => (count + ground.out.now().size > 0 ? open() : null))
    .catch(() => null)
  return { open, stop: () => void opened?.then(one => one.stop()) }
}

/** The visit that a refused change records; null where it is about something else. */
export function visitRecordedBy(engine: Engine, id: ChangeId): VisitId | null {
  const change = engine.state().outbox.forReview.find(one => one.change.id === id)?.change
  return change?.kind === 'visit.record' ? change.body.visit : null
}
