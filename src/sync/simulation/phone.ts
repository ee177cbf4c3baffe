import type { Actor } from '#domain/access/grants.ts'
import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { asId, type ChangeId, type DeviceId } from '#domain/base/ids.ts'
import { deviceKey, newDeviceFacts, type DeviceState } from '../engine/device-state.ts'
import { openEngine, type Engine, type Ground, type Synced } from '../engine/engine.ts'
import type { Transport } from '../engine/transport.ts'
import { createAir, type Air, type FarEnd } from './air.ts'
import { createDisk, mortalStore, type Disk, type Process } from './disk.ts'
import { shownIn } from '../engine/shown.ts'
import type { Sabotage, Showing } from './sabotage.ts'
import type { Fate } from './step.ts'

/** One tab of a device: an engine, and whether it has heard what the others wrote [S20]. */
export type Tab = { engine: Engine; heard: boolean; running: Promise<Synced> | null }

/** A device of a life: engines on a disk that outlives them. */
export type Phone = {
  readonly name: string
  readonly person: Actor
  readonly disk: Disk
  readonly air: Air
  /** The fates of the next transactions, the first first; stored when there is none. */
  readonly fates: Fate[]
  readonly tabs: Tab[]
  process: Process
  /** How far its clock is off, in days. */
  off: number
  readonly reopen: () => Promise<void>
  /** The drafts that were said to be stored, by their keys. */
  readonly drafts: Map<string, string>
  /** What its screens show of a village. */
  readonly shown: Showing
}

export type Around = {
  readonly now: () => Instant
  readonly far: FarEnd
  readonly tabs: number
  /** Whether it runs an app from before, which speaks only the first wire [S19]. */
  readonly isOlderApp: boolean
  readonly sabotage: Sabotage
  /** Sees every move of a device's state. */
  readonly watch: (phone: string, before: DeviceState, after: DeviceState) => void
}

const silence = { ok: false, because: 'no-signal' } as const

const whileAlive =
  (process: Process, post: NonNullable<Transport['postOlder']>): NonNullable<Transport['postOlder']> =>
  async (asked, as) =>
    process.dead ? silence : post(asked, as)

/** A new device of one person, opened for the first time. */
export async function createPhone(name: string, person: Actor, around: Around): Promise<Phone> {
  const disk = createDisk()
  const facts = newDeviceFacts(asId<DeviceId>(`device-${name}`), person)
  await disk.store.commit([{ put: 'device', key: deviceKey, value: facts }])
  const air = createAir(around.far, around.isOlderApp)
  const fates: Fate[] = []
  let made = 0
  const phone: Phone = {
    name,
    person,
    disk,
    air,
    fates,
    tabs: [],
    drafts: new Map(),
    process: { dead: false },
    off: 0,
    shown: around.sabotage.shown?.(shownIn) ?? shownIn,
    reopen: async () => {
      // What the old process still waits for never comes to it.
      phone.process.dead = true
      air.letArrive()
      for (const { running } of phone.tabs) await running
      phone.process = { dead: false }
      phone.tabs.length = 0
      for (let tab = 0; tab < around.tabs; tab++) phone.tabs.push(await openTab())
    },
  }
  const ground = (process: Process): Ground => {
    const mortal = mortalStore(disk.store, process, () => fates.shift() ?? 'stored')
    const transport = around.sabotage.transport?.(air.transport) ?? air.transport
    return {
      store: around.sabotage.store?.(mortal) ?? mortal,
      transport: {
        ...transport,
        post: async (asked, as) => (process.dead ? silence : transport.post(asked, as)),
        ...(transport.postOlder === undefined ? {} : { postOlder: whileAlive(process, transport.postOlder) }),
      },
      now: () => instantOf(millisecondsOf(around.now()) + phone.off * 86_400_000),
      newChangeId: () => asId<ChangeId>(`${name}-${String((made += 1)).padStart(4, '0')}`),
    }
  }
  const openTab = async (): Promise<Tab> => {
    const standing = ground(phone.process)
    const engine = await openEngine(standing)
    if (engine === null) throw new Error('the disk of a device was empty')
    let before = engine.state()
    engine.listen(() => {
      const after = engine.state()
      around.watch(name, before, after)
      before = after
    })
    const used = around.sabotage.engine?.(engine, standing.store) ?? engine
    return { engine: used, heard: true, running: null }
  }
  await phone.reopen()
  return phone
}
