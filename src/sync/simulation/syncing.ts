import type { Synced } from '../engine/engine.ts'
import { lookAt, lookAtDisk } from './looks.ts'
import { otherTabs, type OnPhone } from './on-phone.ts'
import type { Phone } from './phone.ts'
import { actorOf, type Scene } from './scene.ts'
import type { Step } from './step.ts'

export async function sync(
  { scene, phone, tab }: OnPhone,
  step: Extract<Step, { is: 'sync' }>,
): Promise<void> {
  if (phone.air.isHeld()) return
  phone.air.weather.push(...step.weathers)
  const running = tab.engine.sync()
  const synced = await Promise.race([running, phone.air.held().then(() => null)])
  phone.air.weather.length = 0
  const line = `${phone.name} syncs (${step.weathers.join(', ')}${step.fates.length > 0 ? `; its disk: ${step.fates.join(', ')}` : ''})`
  if (synced === null) {
    tab.running = running
    return scene.say(`${line}: no answer yet.`)
  }
  scene.say(`${line}: ${wordOf(synced)}.`)
  await afterSync({ scene, phone, tab }, synced)
}

/** Everybody has signal at once: in the evening, in the village's office. */
export async function syncTogether(scene: Scene): Promise<void> {
  const awake = scene.phones.filter(({ process, air }) => !process.dead && !air.isHeld())
  await Promise.all(
    awake.map(async phone => {
      const [tab] = phone.tabs
      if (tab === undefined) return
      if (!tab.heard) await tab.engine.reload()
      tab.heard = true
      await afterSync({ scene, phone, tab }, await tab.engine.sync())
    }),
  )
  for (const phone of awake) {
    const state = phone.tabs[0]?.engine.state()
    if (state !== undefined) lookAt(phone, state, scene.witness)
  }
  scene.say(`${awake.map(({ name }) => name).join(', ')} sync at the same moment.`)
}

async function afterSync({ scene, phone, tab }: OnPhone, synced: Synced): Promise<void> {
  phone.air.countPosts()
  otherTabs({ phone, tab })
  if (synced.ok && !phone.process.dead)
    lookAtDisk(phone, tab.engine.state(), { actor: actorOf(scene, phone), now: scene.now() }, scene.witness)
}

export async function arrive(scene: Scene, phone: Phone): Promise<void> {
  const tab = phone.tabs.find(({ running }) => running !== null)
  if (!phone.air.isHeld() || tab?.running === null || tab === undefined) return
  const { running } = tab
  phone.air.letArrive()
  const synced = await running
  tab.running = null
  scene.say(`The answer to ${phone.name} arrives: ${wordOf(synced)}.`)
  otherTabs({ phone, tab })
  phone.air.countPosts()
}

export async function arriveLate(scene: Scene): Promise<void> {
  const phone = scene.phones.find(({ air }) => air.late.length > 0)
  const arriving = phone?.air.late.shift()
  if (phone === undefined || arriving === undefined) return
  await arriving()
  scene.say(`A request that ${phone.name} took for lost arrives after all.`)
}

const wordOf = (synced: Synced): string => (synced.ok ? 'received' : synced.because)
