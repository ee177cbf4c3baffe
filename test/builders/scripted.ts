import { asId, type ChangeId, type DeviceId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine, type Engine } from '#sync/engine/engine.ts'
import { createMemoryStore } from '#sync/engine/memory-store.ts'
import type { DeviceStore } from '#sync/engine/store.ts'
import type { Coming, Posted } from '#sync/engine/transport.ts'
import { wireVersion, type SyncAnswer, type SyncRequest, type VillageNews } from '#sync/wire.ts'
import type { SyncAnswer1, SyncRequest1 } from '#sync/wire-1.ts'
import { noon } from './changes.ts'
import { gaoqiao, zhouMin } from './people.ts'

/** A phone whose server says what a test lets it say. */
export type ScriptedPhone = {
  readonly engine: () => Engine
  readonly disk: DeviceStore
  /** Every request of the second wire, whatever became of it. */
  readonly requests: SyncRequest[]
  readonly reopen: () => Promise<void>
  /** What the server says to the next requests, until something else is put here. */
  says: (request: SyncRequest) => Partial<SyncAnswer> | Posted
  /** How much of each answer has come before it is here. */
  coming: Coming | null
  /** What it says in the first wire, where it speaks no other. */
  saysOlder: (request: SyncRequest1) => Posted<SyncAnswer1>
}

/** What a server answers that has nothing new; every change sent is taken. */
export const syncAnswerTo = (request: SyncRequest, said: Partial<SyncAnswer> = {}): SyncAnswer => ({
  wire: wireVersion,
  epoch: 'epoch-one',
  now: noon,
  actor: zhouMin,
  verdicts: request.changes.map(({ change }, at) => ({ id: change.id, ok: true, seq: 1000 + at })),
  openings: [],
  villages: [],
  forget: [],
  handedOver: [],
  handed: [],
  ...said,
})

/** News of one village; a test states what it says. */
export const newsWith = (said: Partial<VillageNews> = {}): VillageNews => ({
  code: gaoqiao,
  name: '高桥村',
  audience: 'team',
  answer: { is: 'unchanged' },
  checksum: null,
  more: false,
  diaries: [],
  colleagues: [],
  ...said,
})

/** Part `at` of a snapshot of so many households in all, one household a part. */
export const partOf = (households: readonly Household[], at: number, upTo = 7): VillageNews =>
  newsWith({
    more: at < households.length - 1,
    answer: {
      is: 'snapshot',
      upTo,
      from: at,
      of: households.length,
      parts: [JSON.stringify(households.slice(at, at + 1))],
    },
  })

export async function scriptedPhone(says: ScriptedPhone['says'] = () => ({})): Promise<ScriptedPhone> {
  const disk = createMemoryStore()
  const facts = newDeviceFacts(asId<DeviceId>('device-0001'), zhouMin)
  await disk.commit([{ put: 'device', key: deviceKey, value: facts }])
  const requests: SyncRequest[] = []
  let made = 0
  const open = async (): Promise<Engine> => {
    const engine = await openEngine({
      store: disk,
      transport: {
        post: (request, _as, coming) => {
          requests.push(request)
          if (phone.coming !== null) coming?.(phone.coming)
          const said = phone.says(request)
          return Promise.resolve('ok' in said ? said : { ok: true, answer: syncAnswerTo(request, said) })
        },
        postOlder: request => Promise.resolve(phone.saysOlder(request)),
        unzip: text => Promise.resolve(text),
      },
      now: () => noon,
      newChangeId: () => asId<ChangeId>(`written-${String((made += 1)).padStart(6, '0')}`),
      app: '0.2.0',
    })
    if (engine === null) throw new Error('the disk was empty')
    return engine
  }
  const phone: ScriptedPhone = {
    engine: () => engine,
    disk,
    requests,
    says,
    coming: null,
    saysOlder: () => ({ ok: false, because: 'other-version' }),
    reopen: async () => {
      engine = await open()
    },
  }
  let engine = await open()
  return phone
}
