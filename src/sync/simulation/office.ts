import { isHousehold, type Grant } from '#domain/access/grants.ts'
import { addDays, dayOf, millisecondsOf } from '#domain/base/days.ts'
import { asId, type TeamId } from '#domain/base/ids.ts'
import { keptForDays } from '../engine/absorb.ts'
import type { Placed } from '../engine/store.ts'
import { onlineActOf } from './acts.ts'
import { everyFamily, nameOfFamily, online, people, villageNames, villages } from './cast.ts'
import { promised } from './finding.ts'
import { markersIn } from './markers.ts'
import type { Scene } from './scene.ts'
import type { Reassigning, Step } from './step.ts'

/** Somebody at a desk, or the family by its card, does what is due; it goes through the same log. */
export async function actOnline(
  scene: Scene,
  { who, few, where }: Extract<Step, { is: 'online' }>,
): Promise<void> {
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
  scene.say(`${actor.name}: ${kind} about ${nameOfFamily(household)}.`)
}

export async function backUp(scene: Scene): Promise<void> {
  scene.witness.backUp()
  const backup = await scene.server.backUp()
  scene.backups.push({ at: scene.now(), backup })
  scene.say(`The server is backed up (backup ${backup + 1}).`)
}

/** A backup older than what the devices keep would lose what only they had: nothing is promised then. */
export async function restore(scene: Scene, which: number): Promise<void> {
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

export function reassign(scene: Scene, { who, village: at, how }: Extract<Step, { is: 'reassign' }>): void {
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
export async function erase(scene: Scene, where: number): Promise<void> {
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
