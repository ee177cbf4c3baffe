import { addDays, dayOf } from '#domain/base/days.ts'
import type { Act } from '../engine/act.ts'
import { nextPlace } from '../engine/device-state.ts'
import { shownHousehold } from '../engine/shown.ts'
import { keyOfPlace, type Placed } from '../engine/store.ts'
import { actOf } from './acts.ts'
import { everyFamily, nameOfFamily } from './cast.ts'
import { otherTabs, type OnPhone } from './on-phone.ts'
import type { Step } from './step.ts'

export async function keepDraft({ scene, phone, tab }: OnPhone, few: number): Promise<void> {
  const key = `diary/${few}`
  const text = `half a story, ${scene.now()}`
  const { ok } = await tab.engine.keepDraft(key, text)
  // Where the disk said no, the old words or the new ones lie there.
  if (ok) phone.drafts.set(key, text)
  else phone.drafts.delete(key)
  scene.say(`On ${phone.name}: ${text}, typed as draft ${few}${ok ? '' : ', not stored'}.`)
  otherTabs({ phone, tab })
}

export async function write(
  { scene, phone, tab }: OnPhone,
  step: Extract<Step, { is: 'write' }>,
): Promise<void> {
  const { engine } = tab
  const first = drawAct({ scene, phone, tab }, step)
  const second = drawAct({ scene, phone, tab }, { ...step, what: step.what + 1 })
  const acts: readonly Act[] = step.pair
    ? [first, { ...second, after: first.id === undefined ? [] : [first.id] }]
    : [first]
  const written = await engine.write(acts)
  const named = acts
    .map(({ kind, household, id }) => `${kind} about ${nameOfFamily(household)} (${id})`)
    .join(', and building on it ')
  scene.say(`On ${phone.name}: ${named}${written.ok ? '' : `: not taken, ${written.because}`}.`)
  for (const { draft } of acts) if (draft !== undefined) phone.drafts.delete(draft)
  if (!written.ok) return
  for (const id of written.value) {
    const waiting = engine.state().outbox.waiting.find(({ change }) => change.id === id)
    if (waiting !== undefined)
      scene.witness.told.set(id, { ...waiting, on: phone.name, by: phone.person, settled: null })
  }
  otherTabs({ phone, tab })
}

type Drawn = Pick<Extract<Step, { is: 'write' }>, 'what' | 'few' | 'where'>

function drawAct({ scene, phone, tab: { engine } }: OnPhone, { what, few, where }: Drawn): Act {
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
export async function writeOdd({ scene, phone, tab }: OnPhone, where: number): Promise<void> {
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
  otherTabs({ phone, tab })
}
