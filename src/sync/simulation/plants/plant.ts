import type { Sabotage } from '../sabotage.ts'

/** A deliberate fault that the simulator must find: it proves that the simulator would find a real one. */
export type Plant = {
  readonly name: string
  /** What it does wrong, as a sentence. */
  readonly breaks: string
  readonly rule: `S${number}`
  /** Within so many seeds, from the first, it must be found. */
  readonly within: number
  /** Made anew for each life: what a fault remembers ends with it. */
  readonly sabotage: () => Sabotage
}
