import { createDevice } from '#app/sync/device.ts'
import type { OpenDevice } from '#app/sync/open-device.ts'
import type { VoiceAbout } from '#app/voices/voices.ts'
import type { VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Act } from '#sync/engine/act.ts'

const device = createDevice()

const open = (): OpenDevice => {
  const opened = device.open.now()
  if (opened === null) throw new Error('the device is not open')
  return opened
}

/** What the tests of the device ask of the browser: what the hooks give the screens, as plain values. */
const page = {
  session: () => device.session.now(),
  door: device.door,
  today: () => device.today.now(),
  clock: () => open().clock.now(),
  truth: () => open().truth.now(),
  write: (acts: readonly Act[]) => open().write(acts),
  setDraft: (key: string, text: string) => open().setDraft(key, text),
  draft: (key: string) => open().draft(key).now(),
  syncNow: () => open().syncNow(),
  reviews: () => open().refused.now(),
  refused: () => open().refused.now().length,
  cleared: () => device.cleared.now(),
  villages: () =>
    open()
      .villages.now()
      .map(({ code, agreement, households }) => ({ code, agreement, households: [...households.values()] })),
  diaries: () => Object.fromEntries(open().diaries.now()),
  noteOpening: (...opening: Parameters<OpenDevice['noteOpening']>) => open().noteOpening(...opening),
  /** Speaks a note of so many pieces. */
  speak: async (about: VoiceAbout, pieces: readonly string[]) => {
    const speaking = await (await open().voices()).begin(about)
    for (const piece of pieces) await speaking?.lay(new TextEncoder().encode(piece))
    return speaking !== null
  },
  voices: async () => (await open().voices()).notes.now(),
  /** What is heard of the notes of a visit, here or at the server. */
  hear: async (visit: VisitId, village: VillageCode) => {
    const voices = await open().voices()
    const here = voices.notes.now().filter(note => note.visit === visit)
    const sounds = [...here, ...(await voices.askFar(village, visit))].map(note => voices.hear(note))
    return (await Promise.all(sounds)).map(sound => (sound === null ? null : new TextDecoder().decode(sound)))
  },
  resend: (...asked: Parameters<OpenDevice['resend']>) => open().resend(...asked),
  discard: (...asked: Parameters<OpenDevice['discard']>) => open().discard(...asked),
  databases: async () => (await indexedDB.databases()).map(({ name }) => name),
}

export type DevicePage = typeof page

Object.assign(globalThis, { page })
