import { createDevice } from '#app/sync/device.ts'
import type { OpenDevice } from '#app/sync/open-device.ts'
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
  databases: async () => (await indexedDB.databases()).map(({ name }) => name),
}

export type DevicePage = typeof page

Object.assign(globalThis, { page })
