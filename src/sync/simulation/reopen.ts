import { lookAt } from './looks.ts'
import type { Phone } from './phone.ts'
import type { Scene } from './scene.ts'

/** Opens a device again from its disk, as after a crash. */
export async function reopen(scene: Scene, phone: Phone): Promise<void> {
  await phone.reopen()
  scene.say(`${phone.name} is opened again.`)
  const state = phone.tabs[0]?.engine.state()
  // What was stored just before the process died was stored all the same.
  for (const { change, diary } of state?.outbox.waiting ?? [])
    if (!scene.witness.told.has(change.id))
      scene.witness.told.set(change.id, { change, diary, on: phone.name, by: phone.person, settled: null })
  if (state !== undefined) lookAt(phone, state, scene.witness)
}
