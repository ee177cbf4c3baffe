import { asInstant } from '#domain/base/days.ts'
import { asId, asVillageCode, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import { newDeviceFacts } from '#sync/engine/device-state.ts'
import { shelves, type DeviceStore, type DraftKept, type Write } from '#sync/engine/store.ts'

/** A disk under test: `reopen` is what a new process sees. */
export type Disk = { readonly store: DeviceStore; readonly reopen: () => Promise<DeviceStore> }

/** One promise of `DeviceStore`, proved on a disk that is new; it throws where the promise is not kept. */
export type StorePromise = { readonly name: string; readonly prove: (disk: Disk) => Promise<void> }

const village = asVillageCode('420325101203')
const draft = (key: string, text: string): Write => ({ put: 'drafts', key, value: { text } })

/** What every store of a device promises, in memory and on disk alike. */
export const storeContract: readonly StorePromise[] = [
  {
    name: 'a new store is empty on every shelf',
    prove: async ({ store }) => {
      const kept = await store.read()
      for (const shelf of shelves) same(kept[shelf].size, 0)
    },
  },
  {
    name: '[S3] what was committed is there for the next process',
    prove: async ({ store, reopen }) => {
      await store.commit([draft('diary/visit-0001', '今天去了守田叔家')])
      const kept = await (await reopen()).read()
      same([...kept.drafts], [['diary/visit-0001', { text: '今天去了守田叔家' }]])
    },
  },
  {
    name: 'one commit reaches several shelves',
    prove: async ({ store, reopen }) => {
      const actor = { id: asId<PersonId>('person-0001'), name: '周敏', role: 'visitor', grants: [] } as const
      const facts = newDeviceFacts(asId<DeviceId>('device-0001'), actor)
      await store.commit([
        {
          put: 'device',
          key: 'this',
          value: { ...facts, receivedAt: asInstant('2026-04-16T04:00:00.000Z') },
        },
        { put: 'bases', key: village, value: { cursor: 7, checksum: 12, households: [] } },
        draft('one', '一'),
      ])
      const kept = await (await reopen()).read()
      same(kept.device.get('this')?.actor, actor)
      same(kept.bases.get(village), { cursor: 7, checksum: 12, households: [] })
      same(kept.drafts.get('one'), { text: '一' })
    },
  },
  {
    name: 'the writes of a commit are carried out in order: the last word on a key stands',
    prove: async ({ store }) => {
      await store.commit([draft('one', '一'), draft('one', '二'), { drop: 'drafts', key: 'two' }])
      await store.commit([{ drop: 'drafts', key: 'one' }, draft('one', '三'), draft('two', '四')])
      await store.commit([{ drop: 'drafts', key: 'two' }])
      same([...(await store.read()).drafts], [['one', { text: '三' }]])
    },
  },
  {
    name: '[S2] [S17] a commit that fails leaves nothing of itself behind',
    prove: async ({ store, reopen }) => {
      await store.commit([draft('one', '一')])
      const failed = await store
        .commit([draft('two', '二'), unstorable(), { drop: 'drafts', key: 'one' }])
        .then(
          () => false,
          () => true,
        )
      same(failed, true)
      same([...(await (await reopen()).read()).drafts.keys()], ['one'])
      await store.commit([draft('three', '三')])
      same([...(await store.read()).drafts.keys()], ['one', 'three'])
    },
  },
  {
    name: '[S18] a shelf is read in the order of its keys, not of the writing',
    prove: async ({ store }) => {
      await store.commit([draft('000000002-b', '二'), draft('000000010-c', '十')])
      await store.commit([draft('000000001-a', '一')])
      same([...(await store.read()).drafts.keys()], ['000000001-a', '000000002-b', '000000010-c'])
    },
  },
  {
    name: 'nobody holds a reference into the store',
    prove: async ({ store }) => {
      const value = { text: '一' }
      await store.commit([{ put: 'drafts', key: 'one', value }])
      value.text = '改了'
      same((await store.read()).drafts.get('one'), { text: '一' })
    },
  },
]

/** A write that no store can carry out: its value holds itself. */
function unstorable(): Write {
  const value: DraftKept & { self?: unknown } = { text: '' }
  value.self = value
  return { put: 'drafts', key: 'three', value }
}

function same(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)]
  if (one !== other) throw new Error(`found ${one}, expected ${other}`)
}
