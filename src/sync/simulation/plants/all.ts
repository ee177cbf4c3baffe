import { plantsOnTheDevice } from './on-the-device.ts'
import { plantsInParts } from './in-parts.ts'
import { plantsOnTheLog } from './on-the-log.ts'
import { plantsOnTheServer } from './on-the-server.ts'
import { plantsOnTheWay } from './on-the-way.ts'
import type { Plant } from './plant.ts'

/** Every planted bug; `docs/rules/planted-bugs.md` is written from this list. */
export const plants: readonly Plant[] = [
  ...plantsInParts,
  ...plantsOnTheLog,
  ...plantsOnTheServer,
  ...plantsOnTheWay,
  ...plantsOnTheDevice,
]
