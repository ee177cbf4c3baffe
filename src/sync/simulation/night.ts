import { theHost, villages } from './cast.ts'
import { promised } from './finding.ts'
import { markersIn } from './markers.ts'
import type { Scene } from './scene.ts'

const minutesOfNight = 24 * 60

/** A night passes: the server's own timer takes advice that is over, and not a word of it is on the server after [H2]. */
export async function night(scene: Scene): Promise<void> {
  scene.pass(minutesOfNight)
  const { server, witness } = scene
  const looking = { actor: theHost, now: scene.now() }
  let over = 0
  for (const village of villages)
    over += await server.expireAdvice(village, { now: scene.now(), newId: () => scene.newId('night') })
  await witness.look(looking)
  const left = markersIn(await server.everything()).find(({ change }) => witness.isGone(change))
  promised(
    left === undefined,
    'diverged',
    'H2',
    () => `the server still keeps the words of ${left?.change}, advice that is over`,
  )
  scene.say(`A night passes${over > 0 ? `; what was said for ${over} visits is over` : ''}.`)
}
