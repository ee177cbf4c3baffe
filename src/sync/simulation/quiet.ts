import { canonical } from '../checksum.ts'
import { audienceFor, seenBy } from '#domain/access/may-see.ts'
import { addDays, dayOf, type Day } from '#domain/base/days.ts'
import type { ChangeId, VillageCode } from '#domain/base/ids.ts'
import { adviceHoldsForDays } from '#domain/visits/visit.ts'
import { people, villages } from './cast.ts'
import type { Change } from '../change.ts'
import type { SimulatedServer } from './simulated-server.ts'
import type { Witness } from './witness.ts'
import { promised } from './finding.ts'
import { lookAt, lookAtDisk, lookForStory } from './looks.ts'
import type { Phone } from './phone.ts'
import { reopen } from './reopen.ts'
import { actorOf, type Scene } from './scene.ts'

/** So many requests one sync may take when all is well. */
const mostPosts = 60

/**
 * All faults end: what is under way arrives, every device is opened and syncs, and once more for what the others
 * brought. Then nothing may wait, nothing be missing, and all must hold the same [S9] [S16].
 */
export async function becomeQuiet(scene: Scene): Promise<void> {
  scene.say('All faults end.')
  scene.server.renew()
  for (const phone of scene.phones) await calm(scene, phone)
  for (const phone of scene.phones) {
    for (const arriving of phone.air.late.splice(0)) await arriving()
  }
  // A task may end at midnight, between a phone's last sync and the look at it: it forgets at its next [S13].
  const syncedOn = new Map<Phone, Day>()
  for (const round of ['first', 'second'] as const)
    for (const phone of scene.phones) syncedOn.set(phone, await syncWell(scene, phone, round))
  const onDay = (phone: Phone): Day => syncedOn.get(phone) ?? dayOf(scene.now())
  for (const phone of scene.phones) await checkPhone(scene, phone, onDay(phone))
  for (const village of villages) await checkVillage(scene, village)
  checkEveryWord(scene, onDay)
  await checkHanded(scene)
}

async function calm(scene: Scene, phone: Phone): Promise<void> {
  phone.air.weather.length = 0
  phone.fates.length = 0
  phone.air.letArrive()
  for (const tab of phone.tabs) {
    await tab.running
    tab.running = null
  }
  await reopen(scene, phone)
}

/** Syncs a phone to which nothing happens; returns on which day of the server's it asked last. */
async function syncWell(scene: Scene, phone: Phone, round: 'first' | 'second'): Promise<Day> {
  scene.pass(1)
  const today = dayOf(scene.now())
  phone.air.countPosts()
  const tab = phone.tabs[0]
  if (tab === undefined) return today
  const synced = await tab.engine.sync()
  scene.endIfSeen()
  const state = tab.engine.state()
  const posts = phone.air.countPosts()
  promised(
    synced.ok,
    'stuck',
    'S16',
    () => `${phone.name} cannot sync though all is well: ${synced.ok ? '' : synced.because}`,
  )
  promised(
    state.outbox.waiting.length === 0,
    'stuck',
    'S16',
    () => `${phone.name} still has ${state.outbox.waiting.length} changes waiting after the ${round} sync`,
  )
  promised(posts <= mostPosts, 'stuck', 'S16', () => `${phone.name} needed ${posts} requests for one sync`)
  lookAt(phone, state, scene.witness)
  lookAtDisk(phone, state, { actor: actorOf(scene, phone), now: scene.now() }, scene.witness)
  return today
}

/** Everything a device holds is what the log makes of it, through the eyes of its person; the disk gives the same back. */
async function checkPhone(scene: Scene, phone: Phone, syncedOn: Day): Promise<void> {
  await phone.reopen()
  const state = phone.tabs[0]?.engine.state()
  if (state === undefined) return
  const actor = actorOf(scene, phone)
  for (const village of villages) {
    const audience = audienceFor(actor, village, syncedOn)
    const held = state.villages.get(village)
    promised(
      (audience === null) === (held === undefined),
      'diverged',
      'S13',
      () => `${phone.name} ${held === undefined ? 'lacks' : 'keeps'} the village ${village}`,
    )
    if (held === undefined || audience === null) continue
    const memory = scene.witness.memory(village)
    promised(
      held.replica.cursor === memory.log.length,
      'stuck',
      'S16',
      () => `${phone.name} has read ${held.replica.cursor} of ${memory.log.length} changes`,
    )
    for (const [id, household] of memory.households) {
      const here = held.replica.households.get(id)
      promised(
        here !== undefined && canonical(here) === canonical(seenBy(audience, household)),
        'diverged',
        'S7',
        () => `${phone.name} has ${id} otherwise than the log makes it`,
      )
    }
    promised(
      held.replica.households.size === memory.households.size,
      'diverged',
      'S7',
      () => `${phone.name} has other households than the log`,
    )
  }
}

async function checkVillage({ server, witness }: Scene, village: (typeof villages)[number]): Promise<void> {
  const memory = witness.memory(village)
  const kept = new Map((await server.households(village)).map(household => [household.id, household]))
  for (const [id, household] of memory.households)
    promised(
      canonical(kept.get(id) ?? null) === canonical(household),
      'diverged',
      'S7',
      () => `the server keeps ${id} otherwise than its log makes it`,
    )
  const unsound = await server.verify(village)
  promised(unsound === null, 'diverged', 'S15', () => `the log of ${village} is not sound: ${unsound}`)
  await checkWords(server, witness, village)
  const stories = new Map((await server.stories(village)).map(({ visit, text }) => [visit, text]))
  for (const { change, diary, settled } of witness.told.values()) {
    if (change.kind !== 'visit.record' || change.village !== village || diary === null || settled !== null)
      continue
    if (memory.seqs.has(change.id) && !witness.everErased.has(change.household))
      promised(
        stories.get(change.body.visit) === diary,
        'lost',
        'S8',
        () => `the server does not have the story of ${change.id}`,
      )
  }
}

/** The log keeps every change as it was taken up, but for the words of who was erased and of advice that is over. */
async function checkWords(server: SimulatedServer, witness: Witness, village: VillageCode): Promise<void> {
  const { log } = witness.memory(village)
  const kept = await server.logAfter(village, 0)
  for (const [at, { change }] of log.entries()) {
    if (witness.isErased(change.household) || witness.isGone(change.id)) continue
    promised(
      canonical(kept[at]?.change ?? null) === canonical(change),
      'lost',
      'S8',
      () => `the log no longer keeps ${change.id} as it was taken up`,
    )
  }
}

async function isOffered(server: SimulatedServer, id: ChangeId): Promise<boolean> {
  for (const { id: person } of people)
    if ((await server.handedTo(person)).some(one => one.change.id === id)) return true
  return false
}

/** What was handed over lies in review with the colleague, or waits on the server for a device of theirs [S5]. */
async function checkHanded({ server, witness, phones }: Scene): Promise<void> {
  for (const [id, { settled, handingTo, handedIn, isKeptAway, letGo, change }] of witness.told) {
    if (settled !== 'handed' || handingTo === undefined || witness.everErased.has(change.household)) continue
    if (letGo === true || (handedIn !== witness.epoch() && isKeptAway !== true)) continue
    const inReview = phones.some(({ tabs }) =>
      tabs[0]?.engine.state().outbox.forReview.some(one => one.change.id === id),
    )
    const offered = inReview || (await isOffered(server, id))
    promised(offered, 'lost', 'S5', () => `${id} was handed to ${handingTo}, and nobody has it`)
  }
}

/** Every word anybody was told is stored: in the log once, or in review where it was written, or let go knowingly. */
function checkEveryWord(scene: Scene, syncedOn: (phone: Phone) => Day): void {
  const { witness, phones, actors } = scene
  for (const [id, told] of witness.told) {
    if (told.settled !== null || witness.everErased.has(told.change.household)) continue
    const phone = phones.find(({ name }) => name === told.on)
    const inLog = witness.memory(told.change.village).seqs.has(id)
    const inReview =
      phone?.tabs[0]?.engine.state().outbox.forReview.some(({ change }) => change.id === id) ?? false
    if (!inLog && !inReview && isAdviceOver(told.change, scene)) continue
    promised(inLog || inReview, 'lost', 'S5', () => `${id}, written on ${told.on}, is nowhere`)
    promised(!(inLog && inReview), 'doubled', 'S5', () => `${id} stands in the log and waits for review`)
    if (!inLog) continue
    for (const other of phones)
      if (
        other.person.id === told.by.id &&
        audienceFor(actors.get(other.person.id) ?? other.person, told.change.village, syncedOn(other)) ===
          'team'
      )
        lookForStory(told, told.diary, other)
  }
}

/** Whether a device may have let go of it as advice that is over: nobody offers its words again to a restored server [H2]. */
function isAdviceOver(change: Change, { witness, now }: Scene): boolean {
  if (change.kind !== 'advice.give') return false
  const before = witness.everClosed.has(change.body.visit)
    ? dayOf(now())
    : addDays(dayOf(now()), -adviceHoldsForDays)
  return witness.everGone.has(change.id) || change.body.saidOn < before
}
