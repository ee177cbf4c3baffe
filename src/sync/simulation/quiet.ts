import { canonical } from '../checksum.ts'
import { audienceFor, seenBy } from '#domain/access/may-see.ts'
import { dayOf } from '#domain/base/days.ts'
import { villages } from './cast.ts'
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
  for (const round of ['first', 'second'] as const)
    for (const phone of scene.phones) await syncWell(scene, phone, round)
  for (const phone of scene.phones) await checkPhone(scene, phone)
  for (const village of villages) await checkVillage(scene, village)
  checkEveryWord(scene)
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

async function syncWell(scene: Scene, phone: Phone, round: 'first' | 'second'): Promise<void> {
  scene.pass(1)
  phone.air.countPosts()
  const tab = phone.tabs[0]
  if (tab === undefined) return
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
}

/** Everything a device holds is what the log makes of it, through the eyes of its person; the disk gives the same back. */
async function checkPhone(scene: Scene, phone: Phone): Promise<void> {
  await phone.reopen()
  const state = phone.tabs[0]?.engine.state()
  if (state === undefined) return
  const actor = actorOf(scene, phone)
  for (const village of villages) {
    const audience = audienceFor(actor, village, dayOf(scene.now()))
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

/** What was handed over lies in review with the colleague, or waits on the server for a device of theirs [S5]. */
async function checkHanded({ server, witness, phones }: Scene): Promise<void> {
  for (const [id, { settled, handingTo, handedIn, change }] of witness.told) {
    if (settled !== 'handed' || handingTo === undefined || witness.everErased.has(change.household)) continue
    // A restore forgets a handing over, and the device has let the change go: not promised yet.
    if (handedIn !== witness.epoch()) continue
    const theirs = phones.filter(({ person }) => person.id === handingTo)
    const inReview = theirs.some(({ tabs }) =>
      tabs[0]?.engine.state().outbox.forReview.some(one => one.change.id === id),
    )
    const offered = inReview || (await server.handedTo(handingTo)).some(one => one.change.id === id)
    promised(offered, 'lost', 'S5', () => `${id} was handed to ${handingTo}, and nobody has it`)
  }
}

/** Every word anybody was told is stored: in the log once, or in review where it was written, or let go knowingly. */
function checkEveryWord({ witness, phones, actors, now }: Scene): void {
  for (const [id, told] of witness.told) {
    if (told.settled !== null || witness.everErased.has(told.change.household)) continue
    const phone = phones.find(({ name }) => name === told.on)
    const inLog = witness.memory(told.change.village).seqs.has(id)
    const inReview =
      phone?.tabs[0]?.engine.state().outbox.forReview.some(({ change }) => change.id === id) ?? false
    promised(inLog || inReview, 'lost', 'S5', () => `${id}, written on ${told.on}, is nowhere`)
    promised(!(inLog && inReview), 'doubled', 'S5', () => `${id} stands in the log and waits for review`)
    if (!inLog) continue
    for (const other of phones)
      if (
        other.person.id === told.by.id &&
        audienceFor(actors.get(other.person.id) ?? other.person, told.change.village, dayOf(now())) === 'team'
      )
        lookForStory(told, told.diary, other)
  }
}
