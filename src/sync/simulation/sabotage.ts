import type { HouseholdId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { DeviceState, HeldVillage } from '../engine/device-state.ts'
import type { Engine } from '../engine/engine.ts'
import type { DeviceStore } from '../engine/store.ts'
import type { Transport } from '../engine/transport.ts'
import type { LogStore } from '../log/store.ts'
import type { SimulatedServer } from './simulated-server.ts'

/** What the screens show of a village. */
export type Showing = (state: DeviceState, held: HeldVillage) => ReadonlyMap<HouseholdId, Household>

/**
 * Where a planted bug sits: around the server, the disk, the way between them, the engine, or what is shown. Nothing of
 * this can be reached in the product: only the simulator wraps what it plays with.
 */
export type Sabotage = {
  /** Around where the server keeps the logs; in the fast mode only. */
  readonly logs?: (store: LogStore) => LogStore
  readonly server?: (server: SimulatedServer) => SimulatedServer
  readonly store?: (store: DeviceStore) => DeviceStore
  readonly transport?: (transport: Transport) => Transport
  readonly engine?: (engine: Engine, store: DeviceStore) => Engine
  readonly shown?: (shown: Showing) => Showing
}

export const noSabotage: Sabotage = {}
