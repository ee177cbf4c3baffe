import { lookAt } from './looks.ts'
import { actOnline, backUp, erase, reassign, restore } from './office.ts'
import { night } from './night.ts'
import type { OnPhone } from './on-phone.ts'
import { becomeQuiet } from './quiet.ts'
import { reopen } from './reopen.ts'
import { review } from './reviewing.ts'
import { setScene, type Playing, type Scene } from './scene.ts'
import { minutesAStep, type Life, type Step } from './step.ts'
import { arrive, arriveLate, sync, syncTogether } from './syncing.ts'
import { keepDraft, write, writeOdd } from './writing.ts'

/** Plays a life to its end and beyond, until all is quiet. Throws `Found` at the first thing that is wrong. */
export async function play(life: Life, playing: Playing): Promise<{ readonly changes: number }> {
  const scene = await setScene(life, playing)
  for (const step of life.steps) {
    scene.pass(minutesAStep)
    await take(scene, step)
    scene.endIfSeen()
  }
  await becomeQuiet(scene)
  return { changes: scene.witness.told.size }
}

async function take(scene: Scene, step: Step): Promise<void> {
  if ('at' in step) return takeOn(scene, step)
  switch (step.is) {
    case 'late':
      return arriveLate(scene)
    case 'online':
      return actOnline(scene, step)
    case 'time':
      scene.pass(step.minutes)
      return scene.say(`${step.minutes} minutes pass.`)
    case 'back-up':
      return backUp(scene)
    case 'restore':
      return restore(scene, step.which)
    case 'reassign':
      return reassign(scene, step)
    case 'together':
      return syncTogether(scene)
    case 'renew':
      scene.server.renew()
      return scene.say('The server is renewed.')
    case 'erase':
      return erase(scene, step.where)
    case 'night':
      return night(scene)
    default:
      return step satisfies never
  }
}

async function takeOn(scene: Scene, step: Extract<Step, { at: number }>): Promise<void> {
  const phone = scene.phones[step.at % scene.phones.length]
  if (phone === undefined) return
  if (phone.process.dead) await reopen(scene, phone)
  const tab = phone.tabs[step.tab % phone.tabs.length]
  if (tab === undefined) return
  if (!tab.heard) {
    await tab.engine.reload()
    tab.heard = true
  }
  await takeIn({ scene, phone, tab }, step)
  phone.fates.length = 0
  if (phone.process.dead) scene.say(`${phone.name} dies.`)
  else lookAt(phone, tab.engine.state(), scene.witness)
}

async function takeIn(on: OnPhone, step: Extract<Step, { at: number }>): Promise<void> {
  const { scene, phone } = on
  if ('fates' in step) phone.fates.push(...step.fates)
  switch (step.is) {
    case 'write':
      return write(on, step)
    case 'draft':
      return keepDraft(on, step.few)
    case 'odd':
      return writeOdd(on, step.where)
    case 'sync':
      return sync(on, step)
    case 'arrive':
      return arrive(scene, phone)
    case 'restart':
      return reopen(scene, phone)
    case 'clock':
      phone.off = step.off
      return scene.say(`The clock of ${phone.name} is ${step.off} days off.`)
    case 'review':
      return review(on, step)
    default:
      return step satisfies never
  }
}
