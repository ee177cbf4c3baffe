import { Found, type Finding } from './finding.ts'
import { createPlainServer } from './plain-server.ts'
import { play } from './play.ts'
import { noSabotage, type Sabotage } from './sabotage.ts'
import { castNow, firstState } from './scene.ts'
import type { Life } from './step.ts'

/** How a life ended: with so many changes and nothing wrong, or with what was found. */
export type Lived =
  | { readonly ok: true; readonly changes: number }
  | { readonly ok: false; readonly finding: Finding }

/** Plays a life against the log in memory. */
export const live = (
  life: Life,
  plant: () => Sabotage = () => noSabotage,
  say: (line: string) => void = () => undefined,
): Promise<Lived> =>
  livedOf(() => {
    const sabotage = plant()
    const actors = castNow()
    const server = createPlainServer({
      state: firstState(life.begins),
      people: () => actors.values(),
      isOlder: life.isOlderServer,
      sabotage: sabotage.logs,
    })
    return play(life, { server, actors, sabotage, say, unzip: text => Promise.resolve(text) })
  })

/** How a life ends that is played so. A fault in the code is a finding as well: nothing goes on after it. */
export async function livedOf(lived: () => Promise<{ readonly changes: number }>): Promise<Lived> {
  try {
    return { ok: true, changes: (await lived()).changes }
  } catch (fault) {
    if (fault instanceof Found) return { ok: false, finding: fault.finding }
    const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    return { ok: false, finding: { harm: 'stuck', rule: 'S16', words } }
  }
}
