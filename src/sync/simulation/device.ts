import type { Actor } from '#domain/access/grants.ts'
import { asId, type ChangeId, type DeviceId } from '#domain/base/ids.ts'
import { deviceKey, newDeviceFacts } from '../engine/device-state.ts'
import { openEngine, type Engine } from '../engine/engine.ts'
import { createMemoryStore } from '../engine/memory-store.ts'
import type { DeviceStore } from '../engine/store.ts'
import type { Transport } from '../engine/transport.ts'
import { transportIn, type World } from './network.ts'

/** What happens to a transaction: it is stored, the disk is full, or the process dies just before or just after it. */
export type Fate = 'stored' | 'full' | 'dies-before' | 'dies-after'

/** A device of a world: an engine on a disk that outlives it. */
export type SimulatedDevice = {
  readonly engine: () => Engine
  /** The next transactions' fates, the first first; stored when there is none. */
  readonly fates: Fate[]
  readonly disk: DeviceStore
  /** Whether the process has died; what it still does reaches neither disk nor network. */
  readonly isDead: () => boolean
  /** Opens the device again from its disk, as after a crash or in another tab. */
  readonly reopen: () => Promise<void>
}

/** A new device of one person, opened for the first time. */
export async function createDevice(world: World, actor: Actor, name: string): Promise<SimulatedDevice> {
  const disk = createMemoryStore()
  const facts = newDeviceFacts(asId<DeviceId>(`device-${name}`), actor)
  await disk.commit([{ put: 'device', key: deviceKey, value: facts }])
  const fates: Fate[] = []
  let life = { dead: false }
  let made = 0
  const newChangeId = (): ChangeId => asId<ChangeId>(`${name}-${String((made += 1)).padStart(6, '0')}`)
  const open = async (): Promise<Engine> => {
    life = { dead: false }
    const ground = { ...mortal(life, disk, transportIn(world), fates), now: () => world.now, newChangeId }
    const engine = await openEngine(ground)
    if (engine === null) throw new Error('the disk of a device was empty')
    return engine
  }
  let engine = await open()
  return {
    engine: () => engine,
    fates,
    disk,
    isDead: () => life.dead,
    reopen: async () => {
      engine = await open()
    },
  }
}

type Life = { dead: boolean }

function mortal(life: Life, disk: DeviceStore, transport: Transport, fates: Fate[]) {
  const store: DeviceStore = {
    read: disk.read,
    commit: async writes => {
      const fate = life.dead ? 'dies-before' : (fates.shift() ?? 'stored')
      life.dead ||= fate === 'dies-before' || fate === 'dies-after'
      if (fate === 'stored' || fate === 'dies-after') await disk.commit(writes)
      if (fate !== 'stored') throw new Error(fate)
    },
  }
  const post: Transport['post'] = (request, as) =>
    life.dead ? Promise.resolve({ ok: false, because: 'no-signal' }) : transport.post(request, as)
  return { store, transport: { ...transport, post } }
}
