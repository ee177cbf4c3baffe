import type { ChangeId } from '#domain/base/ids.ts'
import type { Placed } from '../engine/store.ts'
import type { ForReview } from '../outbox.ts'
import { markersIn } from './markers.ts'
import { otherTabs, type OnPhone } from './on-phone.ts'
import type { Phone } from './phone.ts'
import type { Scene } from './scene.ts'
import type { Step } from './step.ts'

/** A person looks at a refused change: sends it again, hands it to a colleague, or lets it go knowingly [S5]. */
export async function review(
  { scene, phone, tab }: OnPhone,
  { how, which }: Extract<Step, { is: 'review' }>,
): Promise<void> {
  const { engine } = tab
  otherTabs({ phone, tab })
  const { forReview } = engine.state().outbox
  const one = forReview[which % Math.max(1, forReview.length)]
  if (one === undefined) return
  const told = scene.witness.told.get(one.change.id)
  if (how === 'hand-over') return handOver({ scene, phone, tab }, one)
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
  { scene, phone, tab: { engine } }: OnPhone,
  { change, diary }: ForReview,
): Promise<void> {
  const [colleague] = engine.state().villages.get(change.village)?.facts.colleagues ?? []
  if (colleague === undefined) return
  const { ok } = await engine.handOver(change.id, colleague)
  const told = scene.witness.told.get(change.id)
  // Where the process died, it may have been stored all the same.
  if (told !== undefined) told.handingTo = colleague.id
  // What was mended before bears the marks of what it was first.
  for (const marker of markersIn(diary ?? '')) scene.witness.handedTo.set(marker.change, colleague.id)
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
