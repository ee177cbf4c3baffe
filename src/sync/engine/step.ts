import type { DeviceState } from './device-state.ts'
import type { Write } from './store.ts'

/** A state and what of the disk changes with it: both or neither. */
export type Step = { readonly state: DeviceState; readonly writes: readonly Write[] }

/** One step after the other, each on what the one before left. */
export function inSteps(state: DeviceState, steps: readonly ((state: DeviceState) => Step)[]): Step {
  let after: Step = { state, writes: [] }
  for (const step of steps) {
    const { state, writes } = step(after.state)
    after = { state, writes: [...after.writes, ...writes] }
  }
  return after
}
