import { disputes, hardship, own, people } from './family-troubles.ts'
import { livelihood } from './livelihood-troubles.ts'
import { current, infrastructure, living } from './place-troubles.ts'
import { counters, publicMatters } from './public-troubles.ts'
import type { Trouble } from './trouble.ts'

/** All kinds of trouble, in the order they are tried. */
export const troubles: readonly Trouble[] = [
  ...current,
  ...disputes,
  ...hardship,
  ...livelihood,
  ...counters,
  ...people,
  ...living,
  ...infrastructure,
  ...own,
  ...publicMatters,
]
