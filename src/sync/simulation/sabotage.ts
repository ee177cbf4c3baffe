import type { Engine } from '../engine/engine.ts'
import type { DeviceStore } from '../engine/store.ts'
import type { Transport } from '../engine/transport.ts'
import type { SimulatedServer } from './simulated-server.ts'

/**
 * Where a planted bug sits: around the server, the disk, the way between them, or the engine. Nothing of this can be
 * reached in the product: only the simulator wraps what it plays with.
 */
export type Sabotage = {
  readonly server?: (server: SimulatedServer) => SimulatedServer
  readonly store?: (store: DeviceStore) => DeviceStore
  readonly transport?: (transport: Transport) => Transport
  readonly engine?: (engine: Engine) => Engine
}

export const noSabotage: Sabotage = {}
