import { shelves, type DeviceStore, type Kept, type Write } from '../engine/store.ts'
import type { Fate } from './step.ts'

/** Whether the process that writes is dead: what a dead one still does reaches neither disk nor network. */
export type Process = { dead: boolean }

/** A device's disk: what is on it outlives every process, and can be looked at from outside. */
export type Disk = {
  readonly store: DeviceStore
  /** Every text that lies on it, with its shelf. */
  readonly texts: () => readonly (readonly [shelf: string, text: string])[]
}

/** A disk in memory. Kept as texts, so that nobody holds a reference into it. */
export function createDisk(): Disk {
  const kept = new Map<string, Map<string, string>>(shelves.map(shelf => [shelf, new Map()]))
  return {
    store: {
      read: () => Promise.resolve(readAll(kept)),
      commit: async writes => {
        const texts = writes.map(write => ('drop' in write ? null : JSON.stringify(write.value)))
        for (const [at, write] of writes.entries()) {
          if ('drop' in write) kept.get(write.drop)?.delete(write.key)
          else kept.get(write.put)?.set(write.key, texts[at] ?? 'null')
        }
      },
    },
    texts: () =>
      [...kept].flatMap(([shelf, records]) => [...records.values()].map(text => [shelf, text] as const)),
  }
}

function readAll(kept: ReadonlyMap<string, ReadonlyMap<string, string>>): Kept {
  const read = [...kept].map(([shelf, records]) => {
    const sorted = [...records].toSorted(([one], [other]) => (one < other ? -1 : 1))
    return [shelf, new Map(sorted.map(([key, text]) => [key, JSON.parse(text) as unknown]))]
  })
  // Every shelf holds what was put on it, and `Write` lets nothing else be put there.
  return Object.fromEntries(read) as Kept
}

/** The disk under a process that can die and under which it can fill up: each transaction meets its fate. */
export const mortalStore = (store: DeviceStore, process: Process, nextFate: () => Fate): DeviceStore => ({
  read: store.read,
  commit: async (writes: readonly Write[]) => {
    const fate = process.dead ? 'dies-before' : nextFate()
    if (fate === 'stored' || fate === 'dies-after') await store.commit(writes)
    if (fate === 'dies-before' || fate === 'dies-after') process.dead = true
    if (fate !== 'stored') throw new Error(fate)
  },
})
