import { shelves, type DeviceStore, type Kept, type Write } from './store.ts'

/** A device's disk in memory: what is on it outlives the engine that wrote it, as a disk outlives a process. */
export function createMemoryStore(): DeviceStore {
  // Kept as texts, so that nobody holds a reference into the disk.
  const disk = new Map<string, Map<string, string>>(shelves.map(shelf => [shelf, new Map()]))
  return {
    read: () => Promise.resolve(readAll(disk)),
    commit: async writes => {
      // Written out first: where one cannot be, none is carried out.
      const texts = writes.map(write => ('drop' in write ? null : JSON.stringify(write.value)))
      writes.forEach((write, at) => carryOut(disk, write, texts[at] ?? null))
    },
  }
}

type Disk = ReadonlyMap<string, Map<string, string>>

function carryOut(disk: Disk, write: Write, text: string | null): void {
  if ('drop' in write) disk.get(write.drop)?.delete(write.key)
  else if (text !== null) disk.get(write.put)?.set(write.key, text)
}

function readAll(disk: Disk): Kept {
  const read = shelves.map(shelf => {
    const sorted = [...(disk.get(shelf) ?? [])].toSorted(([one], [other]) => (one < other ? -1 : 1))
    return [shelf, new Map(sorted.map(([key, text]) => [key, JSON.parse(text) as unknown]))]
  })
  // Every shelf holds what was put on it, and `Write` lets nothing else be put there.
  return Object.fromEntries(read) as Kept
}
