import type { LogStore, LogTx } from '../../log/store.ts'
import type { Sabotage } from '../sabotage.ts'
import type { Plant } from './plant.ts'

/** Faults in how the server keeps the logs. */
export const plantsOnTheLog: readonly Plant[] = [
  {
    name: 'acknowledge-early',
    breaks: 'The server answers before its transaction is kept.',
    rule: 'S2',
    within: 200,
    sabotage: () =>
      keeping(store => ({
        transact: async (village, use) => {
          let done: { readonly result: Awaited<ReturnType<typeof use>> } | null = null
          try {
            return await store.transact(village, async tx => {
              const result = await use(tx)
              done = { result }
              return result
            })
          } catch (fault) {
            if (done === null) throw fault
            return (done as { readonly result: Awaited<ReturnType<typeof use>> }).result
          }
        },
      })),
  },
  {
    name: 'advice-stays',
    breaks: 'Advice that is over keeps its words in the log.',
    rule: 'S15',
    within: 50,
    sabotage: () => inTransaction(() => ({ expire: () => Promise.resolve() })),
  },
  {
    name: 'skip-idempotency',
    breaks: 'The server does not look whether it has had a change already.',
    rule: 'S1',
    within: 50,
    sabotage: () =>
      inTransaction(tx => ({
        lock: async batch => {
          const locked = await tx.lock(batch)
          return locked === null ? null : { ...locked, answered: new Map() }
        },
      })),
  },
  {
    name: 'number-before-lock',
    breaks:
      'A number is taken before the village is locked: a reader passes over a change that is still in flight.',
    rule: 'S8',
    within: 50,
    sabotage: () => {
      const late = new Set<string>()
      return keeping(store => ({
        changesAfter: async (village, cursor, most) => {
          const found = await store.changesAfter(village, cursor, most)
          const [flying, last] = found?.changes.slice(-2) ?? []
          if (found === null || flying === undefined || last === undefined) return found
          if (flying.author.id === last.author.id || late.has(flying.change.id)) return found
          late.add(flying.change.id)
          return { ...found, changes: found.changes.filter(one => one !== flying) }
        },
      }))
    },
  },
  {
    name: 'refusal-not-kept',
    breaks: 'The server does not keep what it refused, and decides anew when it comes again.',
    rule: 'S1',
    within: 600,
    sabotage: () => inTransaction(tx => ({ write: writes => tx.write({ ...writes, refusals: [] }) })),
  },
  {
    name: 'states-miss-one',
    breaks: 'A household that changed just after the cursor is not among the states.',
    rule: 'S8',
    within: 50,
    sabotage: () =>
      keeping(store => ({
        statesAfter: (village, cursor) => store.statesAfter(village, cursor === 0 ? 0 : cursor + 1),
      })),
  },
  {
    name: 'erasure-leaves-log',
    breaks: 'An erased household’s words stay in the log, among the refusals and in its stories.',
    rule: 'S15',
    within: 50,
    sabotage: () => inTransaction(() => ({ erase: () => Promise.resolve() })),
  },
  {
    name: 'snapshot-outlives-erasure',
    breaks: 'A snapshot that was packed before a household was erased is given out afterwards.',
    rule: 'S15',
    within: 100,
    sabotage: () => {
      const packed = new Map<string, { readonly upTo: number; readonly parts: readonly string[] }>()
      return keeping(store => ({
        keepSnapshot: (village, upTo, parts) => {
          packed.set(village, packed.get(village) ?? { upTo, parts })
          return store.keepSnapshot(village, upTo, parts)
        },
        snapshots: async village => {
          const old = packed.get(village)
          return old === undefined
            ? store.snapshots(village)
            : [{ upTo: old.upTo, weights: old.parts.map(part => part.length) }]
        },
        snapshotParts: async (village, run) =>
          packed.get(village)?.parts.slice(run.from, run.from + run.count) ??
          store.snapshotParts(village, run),
      }))
    },
  },
  {
    name: 'handed-once',
    breaks:
      'What was handed to a colleague counts as taken as soon as it was offered, before any device has it.',
    rule: 'S5',
    within: 50,
    sabotage: () =>
      keeping(store => ({
        handedTo: async person => {
          const handed = await store.handedTo(person)
          if (handed.length > 0)
            await store.takeHanded(
              person,
              handed.map(({ change }) => change.id),
              handed[0]?.change.happenedAt ?? ('' as never),
            )
          return handed
        },
      })),
  },
]

const keeping = (broken: (store: LogStore) => Partial<LogStore>): Sabotage => ({
  logs: store => ({ ...store, ...broken(store) }),
})

const inTransaction = (broken: (tx: LogTx) => Partial<LogTx>): Sabotage =>
  keeping(store => ({
    transact: (village, use) => store.transact(village, tx => use({ ...tx, ...broken(tx) })),
  }))
