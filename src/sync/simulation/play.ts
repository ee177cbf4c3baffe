import { isHousehold, type Grant } from '#domain/access/grants.ts'
import { addDays, dayOf, millisecondsOf } from '#domain/base/days.ts'
import { asId, type ChangeId, type TeamId } from '#domain/base/ids.ts'
import type { Act } from '../engine/act.ts'
import { keptForDays } from '../engine/absorb.ts'
import { shownHousehold } from '../engine/shown.ts'
import { keyOfPlace, type Placed } from '../engine/store.ts'
import { nextPlace } from '../engine/device-state.ts'
import type { Synced } from '../engine/engine.ts'
import { actOf, onlineActOf } from './acts.ts'
import { everyFamily, online, people, villageNames, villages } from './cast.ts'
import { promised } from './finding.ts'
import { markersIn } from './markers.ts'
import { lookAt, lookAtDisk } from './looks.ts'
import type { Phone, Tab } from './phone.ts'
import { becomeQuiet } from './quiet.ts'
import { reopen } from './reopen.ts'
import { actorOf, setScene, type Playing, type Scene } from './scene.ts'
import type { Life, Reassigning, Step } from './step.ts'

/** Plays a life to its end and beyond, until all is quiet. Throws `Found` at the first thing that is wrong. */
export async function play(life: Life, playing: Playing): Promise<{ readonly changes: number }> {
  const scene = await setScene(life, playing)
  for (const step of life.steps) {
    scene.pass(7)
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
      scene.witness.backUp()
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
  await takeIn(scene, phone, tab, step)
  phone.fates.length = 0
  if (phone.process.dead) scene.say(`${phone.name} dies.`)
  else lookAt(phone, tab.engine.state(), scene.witness)
}

async function takeIn(
  scene: Scene,
  phone: Phone,
  tab: Tab,
  step: Extract<Step, { at: number }>,
): Promise<void> {
  if ('fates' in step) phone.fates.push(...step.fates)
  switch (step.is) {
    case 'write':
      return write(scene, phone, tab, step)
    case 'draft':
      return keepDraft(scene, phone, tab, step.few)
    case 'odd':
      return writeOdd(scene, phone, tab, step.where)
    case 'sync':
      return sync(scene, phone, tab, step)
    case 'arrive':
      return arrive(scene, phone)
    case 'restart':
      return reopen(scene, phone)
    case 'clock':
      phone.off = step.off
      return scene.say(`The clock of ${phone.name} is ${step.off} days off.`)
    case 'review':
      return review(scene, phone, tab, step)
    default:
      return step satisfies never
  }
}

async function keepDraft(scene: Scene, phone: Phone, tab: Tab, few: number): Promise<void> {
  const key = `diary/${few}`
  const text = `half a story, ${scene.now()}`
  const { ok } = await tab.engine.keepDraft(key, text)
  // Where the disk said no, the old words or the new ones lie there.
  if (ok) phone.drafts.set(key, text)
  else phone.drafts.delete(key)
  scene.say(`On ${phone.name}: ${text}, typed as draft ${few}${ok ? '' : ', not stored'}.`)
  otherTabs(phone, tab)
}

function otherTabs(phone: Phone, tab: Tab): void {
  for (const other of phone.tabs) if (other !== tab) other.heard = false
}

async function write(
  scene: Scene,
  phone: Phone,
  tab: Tab,
  step: Extract<Step, { is: 'write' }>,
): Promise<void> {
  const { engine } = tab
  const first = drawAct(scene, phone, tab, step)
  const second = drawAct(scene, phone, tab, { ...step, what: step.what + 1 })
  const acts: readonly Act[] = step.pair
    ? [first, { ...second, after: first.id === undefined ? [] : [first.id] }]
    : [first]
  const written = await engine.write(acts)
  const named = acts
    .map(({ kind, household, id }) => `${kind} about ${nameOf(household)} (${id})`)
    .join(', and building on it ')
  scene.say(`On ${phone.name}: ${named}${written.ok ? '' : `: not taken, ${written.because}`}.`)
  for (const { draft } of acts) if (draft !== undefined) phone.drafts.delete(draft)
  if (!written.ok) return
  for (const id of written.value) {
    const waiting = engine.state().outbox.waiting.find(({ change }) => change.id === id)
    if (waiting !== undefined)
      scene.witness.told.set(id, { ...waiting, on: phone.name, by: phone.person, settled: null })
  }
  otherTabs(phone, tab)
}

type Drawn = Pick<Extract<Step, { is: 'write' }>, 'what' | 'few' | 'where'>

function drawAct(scene: Scene, phone: Phone, { engine }: Tab, { what, few, where }: Drawn): Act {
  const held = [...engine.state().villages.keys()]
  const near = everyFamily.filter(({ village }) => held.includes(village))
  const among = near.length > 0 && where % 10 !== 9 ? near : everyFamily
  const family = among[where % among.length] ?? everyFamily[0]
  if (family === undefined) throw new Error('there are families')
  const shown = shownHousehold(engine.state(), family.village, family.id)
  const today = addDays(dayOf(scene.now()), phone.off)
  const id = scene.newId(phone.name)
  scene.witness.writers.set(id, phone.person.id)
  const as = engine.state().villages.get(family.village)?.facts.audience ?? null
  return actOf({ family, id, today, what, few, shown, as })
}

/** A change of a kind that this server does not know, as a newer version of the app may have written it. */
async function writeOdd(scene: Scene, phone: Phone, tab: Tab, where: number): Promise<void> {
  const family = everyFamily[where % everyFamily.length]
  if (family === undefined) return
  const id = scene.newId(phone.name)
  const about = { village: family.village, household: family.id, after: [], happenedAt: scene.now() }
  // No kind of this version; that is the point.
  const change = { ...about, id, kind: 'household.greet', body: {} } as unknown as Placed['change']
  const placed: Placed = {
    change,
    diary: null,
    writtenAt: scene.now(),
    place: nextPlace(tab.engine.state()),
    again: false,
  }
  await phone.disk.store.commit([{ put: 'outbox', key: keyOfPlace(placed), value: placed }])
  await tab.engine.reload()
  scene.witness.told.set(id, { change, diary: null, on: phone.name, by: phone.person, settled: null })
  scene.say(`On ${phone.name} lies a change of a kind from a newer version (${id}).`)
  otherTabs(phone, tab)
}

async function sync(
  scene: Scene,
  phone: Phone,
  tab: Tab,
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
  await afterSync(scene, phone, tab, synced)
}

/** Everybody has signal at once: in the evening, in the village's office. */
async function syncTogether(scene: Scene): Promise<void> {
  const awake = scene.phones.filter(({ process, air }) => !process.dead && !air.isHeld())
  await Promise.all(
    awake.map(async phone => {
      const [tab] = phone.tabs
      if (tab === undefined) return
      if (!tab.heard) await tab.engine.reload()
      tab.heard = true
      await afterSync(scene, phone, tab, await tab.engine.sync())
    }),
  )
  for (const phone of awake) {
    const state = phone.tabs[0]?.engine.state()
    if (state !== undefined) lookAt(phone, state, scene.witness)
  }
  scene.say(`${awake.map(({ name }) => name).join(', ')} sync at the same moment.`)
}

const wordOf = (synced: Synced): string => (synced.ok ? 'received' : synced.because)

async function afterSync(scene: Scene, phone: Phone, tab: Tab, synced: Synced): Promise<void> {
  phone.air.countPosts()
  otherTabs(phone, tab)
  if (synced.ok && !phone.process.dead)
    lookAtDisk(phone, tab.engine.state(), { actor: actorOf(scene, phone), now: scene.now() }, scene.witness)
}

async function arrive(scene: Scene, phone: Phone): Promise<void> {
  const tab = phone.tabs.find(({ running }) => running !== null)
  if (!phone.air.isHeld() || tab?.running === null || tab === undefined) return
  const { running } = tab
  phone.air.letArrive()
  const synced = await running
  tab.running = null
  scene.say(`The answer to ${phone.name} arrives: ${wordOf(synced)}.`)
  otherTabs(phone, tab)
  phone.air.countPosts()
}

async function arriveLate(scene: Scene): Promise<void> {
  const phone = scene.phones.find(({ air }) => air.late.length > 0)
  const arriving = phone?.air.late.shift()
  if (phone === undefined || arriving === undefined) return
  await arriving()
  scene.say(`A request that ${phone.name} took for lost arrives after all.`)
}

/** Somebody at a desk, or the family by its card, does what is due; it goes through the same log. */
async function actOnline(scene: Scene, { who, few, where }: Extract<Step, { is: 'online' }>): Promise<void> {
  const actor = online[who % 2 === 0 ? 0 : 2]
  if (actor === undefined) return
  const id = scene.newId('online')
  const by = actor.role === 'household' ? 'card' : 'department'
  const due = everyFamily.flatMap(family => {
    const shown = scene.witness.memory(family.village).households.get(family.id) ?? null
    const reached = by === 'department' || isHousehold(actor, family.village, family.id)
    return (
      (reached &&
        onlineActOf({ family, id, today: dayOf(scene.now()), what: 0, few, shown, as: null }, by)) ||
      []
    )
  })
  const act = due[where % Math.max(1, due.length)]
  if (act === undefined) return
  const { village, household, kind, body } = act
  // An act with its time is a change; the spread loses sight of the union.
  const change = {
    id,
    village,
    household,
    kind,
    body,
    happenedAt: scene.now(),
    after: [],
  } as unknown as Placed['change']
  const looking = { actor, now: scene.now() }
  await scene.server.append({ change, diary: null }, { ...looking, fate: 'lives' })
  await scene.witness.look(looking)
  scene.say(`${actor.name}: ${kind} about ${nameOf(household)}.`)
}

async function backUp(scene: Scene): Promise<void> {
  const backup = await scene.server.backUp()
  scene.backups.push({ at: scene.now(), backup })
  scene.say(`The server is backed up (backup ${backup + 1}).`)
}

/** A backup older than what the devices keep would lose what only they had: nothing is promised then. */
async function restore(scene: Scene, which: number): Promise<void> {
  const young = millisecondsOf(scene.now()) - (keptForDays - 1) * 86_400_000
  const lasting = scene.backups.filter(({ at }) => millisecondsOf(at) > young)
  const chosen = lasting[which % Math.max(1, lasting.length)]
  if (chosen === undefined) return
  await scene.server.restore(chosen.backup)
  // What was backed up after it belongs to a history that is over.
  scene.backups.splice(scene.backups.indexOf(chosen) + 1)
  await scene.witness.restore(chosen.backup)
  scene.say(`The server is restored from backup ${chosen.backup + 1}, under a new epoch.`)
}

function reassign(scene: Scene, { who, village: at, how }: Extract<Step, { is: 'reassign' }>): void {
  const person = people[who % people.length]
  const village = villages[at]
  const actor = person === undefined ? undefined : scene.actors.get(person.id)
  if (village === undefined || actor === undefined) return
  const today = dayOf(scene.now())
  const last = how === 'leaves-today' ? today : addDays(today, -1)
  const ended = actor.grants.map((grant): Grant =>
    'village' in grant && grant.village === village && (grant.until === null || grant.until > last)
      ? { ...grant, until: last }
      : grant,
  )
  scene.actors.set(actor.id, { ...actor, grants: [...ended, ...newGrants(how, village, today)] })
  scene.say(`${actor.name} and ${villageNames.get(village)}: ${how}.`)
}

function newGrants(
  how: Reassigning,
  village: Extract<Grant, { village: unknown }>['village'],
  from: Grant['from'],
): readonly Grant[] {
  if (how === 'joins-team')
    return [{ is: 'team', team: asId<TeamId>('team-three'), village, from, until: null }]
  return how === 'becomes-cadre' ? [{ is: 'village', village, from, until: null }] : []
}

/** A household asks to be erased, at the office or by its card: not a word of it is anywhere on the server from then on. */
async function erase(scene: Scene, where: number): Promise<void> {
  const family = everyFamily[where % everyFamily.length]
  const office = online.find(({ role }) => role === 'office')
  if (family === undefined || office === undefined) return
  const id = scene.newId('online')
  const about = { village: family.village, household: family.id, happenedAt: scene.now(), after: [] }
  const body = { askedOn: dayOf(scene.now()), channel: 'telephone' as const }
  const change = { ...about, id, kind: 'household.erase' as const, body }
  const looking = { actor: office, now: scene.now() }
  await scene.server.append({ change, diary: null }, { ...looking, fate: 'lives' })
  await scene.witness.look(looking)
  const left = markersIn(await scene.server.everything()).find(marker =>
    scene.witness.isErased(marker.household),
  )
  promised(
    left === undefined,
    'diverged',
    'S15',
    () => `the server still keeps words of ${left?.change}, and ${family.name} was erased`,
  )
  scene.say(`${family.name} asks to be erased.`)
}

async function review(
  scene: Scene,
  phone: Phone,
  tab: Tab,
  { how, which }: Extract<Step, { is: 'review' }>,
): Promise<void> {
  const { engine } = tab
  otherTabs(phone, tab)
  const { forReview } = engine.state().outbox
  const one = forReview[which % Math.max(1, forReview.length)]
  if (one === undefined) return
  const told = scene.witness.told.get(one.change.id)
  if (how === 'hand-over') return handOver(scene, phone, tab, one.change)
  if (told !== undefined) told.letGo = true
  if (how === 'discard') {
    const { ok } = await engine.discard(one.change.id)
    if (ok && told !== undefined) told.settled = 'discarded'
    return scene.say(`On ${phone.name}: ${one.change.id} is discarded knowingly${ok ? '' : ', not stored'}.`)
  }
  const written = await engine.resend(one.change.id, how === 'mend' ? one.change.body : null)
  scene.say(
    `On ${phone.name}: ${one.change.id} is sent again${written.ok ? ` as ${written.value}` : `: not taken, ${written.because}`}.`,
  )
  if (!written.ok) return
  if (told !== undefined) told.settled = 'mended'
  tellMended(scene, phone, engine.state().outbox.waiting, written.value)
}

async function handOver(
  scene: Scene,
  phone: Phone,
  { engine }: Tab,
  change: Placed['change'],
): Promise<void> {
  const [colleague] = engine.state().villages.get(change.village)?.facts.colleagues ?? []
  if (colleague === undefined) return
  const { ok } = await engine.handOver(change.id, colleague)
  const told = scene.witness.told.get(change.id)
  // Where the process died, it may have been stored all the same.
  if (told !== undefined) told.handingTo = colleague.id
  scene.witness.handedTo.set(change.id, colleague.id)
  scene.say(`On ${phone.name}: ${change.id} is handed to ${colleague.name}${ok ? '' : ', not stored'}.`)
}

function tellMended(scene: Scene, phone: Phone, waiting: readonly Placed[], id: ChangeId): void {
  const mended = waiting.find(({ change }) => change.id === id)
  // What builds on the refused one builds on the mended one from now on.
  for (const { change } of waiting) {
    const told = scene.witness.told.get(change.id)
    if (told !== undefined) told.change = change
  }
  if (mended !== undefined)
    scene.witness.told.set(id, {
      change: mended.change,
      diary: mended.diary,
      on: phone.name,
      by: phone.person,
      settled: null,
    })
}

const nameOf = (household: string): string =>
  everyFamily.find(({ id }) => id === household)?.name ?? household
