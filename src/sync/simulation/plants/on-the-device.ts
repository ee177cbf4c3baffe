import type { Engine } from '../../engine/engine.ts'
import type { DeviceStore, Write } from '../../engine/store.ts'
import { keyOfPlace } from '../../engine/store.ts'
import { pendingIn } from '../../engine/shown.ts'
import { withPending } from '../../replica.ts'
import type { Sabotage } from '../sabotage.ts'
import type { Plant } from './plant.ts'

/** Faults in what a device keeps and shows. */
export const plantsOnTheDevice: readonly Plant[] = [
  {
    name: 'cursor-before-write',
    breaks: 'The cursor is written in a transaction of its own, before the changes it stands for.',
    rule: 'S17',
    within: 50,
    sabotage: () =>
      committing(async (writes, commit) => {
        const cursors = writes.flatMap((write): Write[] =>
          'put' in write && write.put === 'tails'
            ? [{ ...write, value: { ...write.value, changes: [] } }]
            : [],
        )
        if (cursors.length > 0) await commit(cursors)
        await commit(writes)
      }),
  },
  {
    name: 'outbox-dropped-first',
    breaks: 'A change leaves the outbox in a transaction of its own, before what it becomes is written.',
    rule: 'S5',
    within: 100,
    sabotage: () =>
      committing(async (writes, commit) => {
        await commit(writes.filter(write => 'drop' in write))
        await commit(writes.filter(write => 'put' in write))
      }),
  },
  {
    name: 'drop-refused',
    breaks: 'A refused change is not kept on the disk.',
    rule: 'S5',
    within: 50,
    sabotage: () => without(write => 'put' in write && write.put === 'review'),
  },
  {
    name: 'received-not-kept',
    breaks: 'What was received is not kept on the disk, to be offered again.',
    rule: 'S6',
    within: 50,
    sabotage: () => without(write => 'put' in write && write.put === 'received'),
  },
  {
    name: 'draft-not-kept',
    breaks: 'A draft lies in memory only.',
    rule: 'S3',
    within: 50,
    sabotage: () => without(write => 'put' in write && write.put === 'drafts'),
  },
  {
    name: 'said-before-stored',
    breaks: 'A write is said to be stored though the disk refused it.',
    rule: 'S21',
    within: 50,
    sabotage: () =>
      committing(async (writes, commit) => {
        await commit(writes).catch(() => null)
      }),
  },
  {
    name: 'village-left-on-disk',
    breaks: 'A village outside the grants is forgotten in memory and left on the disk.',
    rule: 'S13',
    within: 100,
    sabotage: () =>
      without(write => 'drop' in write && (write.drop === 'bases' || write.drop === 'villages')),
  },
  {
    name: 'drop-on-signed-out',
    breaks: 'When the session has run out, what waits is thrown away.',
    rule: 'S16',
    within: 200,
    sabotage: () => ({
      engine: (engine, store): Engine => ({
        ...engine,
        sync: async () => {
          const synced = await engine.sync()
          if (synced.ok || synced.because !== 'signed-out') return synced
          const waiting = engine
            .state()
            .outbox.waiting.map((one): Write => ({ drop: 'outbox', key: keyOfPlace(one) }))
          await store.commit(waiting).catch(() => null)
          await engine.reload()
          return synced
        },
      }),
    }),
  },
  {
    name: 'pending-twice',
    breaks: 'The own waiting changes are laid upon the accepted state twice.',
    rule: 'S11',
    within: 50,
    sabotage: () => ({
      shown: shown => (state, held) =>
        withPending(shown(state, held), pendingIn(state, held), state.facts.actor),
    }),
  },
  {
    name: 'pending-not-shown',
    breaks: 'What the server has taken and this device has not read yet is not shown.',
    rule: 'S11',
    within: 400,
    sabotage: () => ({
      shown: shown => (state, held) => shown({ ...state, received: [] }, held),
    }),
  },
]

const committing = (
  commit: (writes: readonly Write[], commit: DeviceStore['commit']) => Promise<void>,
): Sabotage => ({
  store: store => ({ ...store, commit: writes => commit(writes, store.commit) }),
})

const without = (left: (write: Write) => boolean): Sabotage =>
  committing((writes, commit) => commit(writes.filter(write => !left(write))))
