import { describe, expect, test } from 'vitest'
import { asId, type HouseholdId } from '#domain/base/ids.ts'
import { newHousehold } from '#domain/households/household.ts'
import { fuFamily, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { newsWith, partOf, scriptedPhone, syncAnswerTo, type ScriptedPhone } from '#test/builders/scripted.ts'
import { checksumOf } from '../checksum.ts'
import type { SyncRequest } from '../wire.ts'
import type { Act } from './act.ts'

const families = [wangFamily, fuFamily, asId<HouseholdId>('household-tan')].map(id =>
  newHousehold(id, gaoqiao),
)

const gotIn = (request: SyncRequest) => request.villages.find(({ code }) => code === gaoqiao)?.parts?.got ?? 0

/** A server that gives one part at a time, of the snapshot up to `upTo`. */
const givesParts =
  (upTo = 7) =>
  (request: SyncRequest) => {
    const [asked] = request.villages
    if ((asked?.cursor ?? 0) > 0) return { villages: [newsWith()] }
    const got = asked?.parts?.upTo === upTo ? asked.parts.got : 0
    const news = partOf(families, got, upTo)
    return { villages: [{ ...news, checksum: news.more ? null : checksumOf(families) }] }
  }

const heldOn = (phone: ScriptedPhone) => phone.engine().state().villages.get(gaoqiao)
const partsOn = (phone: ScriptedPhone) => phone.engine().state().parts.get(gaoqiao)?.parts.length ?? 0

/** Answers as `says` for so many requests, then the line is dead. */
function forSoMany(count: number, says: ScriptedPhone['says']): ScriptedPhone['says'] {
  let left = count
  return request => ((left -= 1) >= 0 ? says(request) : { ok: false, because: 'no-signal' })
}

describe('a first sync in parts', () => {
  test('[S17] parts are laid by as they come, and unpacked when the last is here', async () => {
    const phone = await scriptedPhone(givesParts())
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(phone.requests.map(gotIn).slice(0, 3)).toEqual([0, 1, 2])
    expect([...(heldOn(phone)?.replica.households.keys() ?? [])]).toEqual(families.map(({ id }) => id))
    expect(heldOn(phone)?.facts).toMatchObject({ agrees: true, refetch: false })
    expect((await phone.disk.read()).parts.size).toBe(0)
  })

  test('[S17] cut anywhere and killed, it goes on with the part after the last that came', async () => {
    for (const cutAfter of [1, 2]) {
      const phone = await scriptedPhone(forSoMany(cutAfter, givesParts()))
      expect(await phone.engine().sync()).toEqual({ ok: false, because: 'no-signal' })
      await phone.reopen()
      expect([cutAfter, partsOn(phone), heldOn(phone)]).toEqual([cutAfter, cutAfter, undefined])
      phone.says = givesParts()
      expect(await phone.engine().sync()).toEqual({ ok: true })
      expect(phone.requests.slice(cutAfter + 1).map(gotIn)[0]).toBe(cutAfter)
      expect(heldOn(phone)?.replica.households.size).toBe(3)
    }
  })

  test('[S17] another snapshot begins anew without harm, and nothing of the old one stays', async () => {
    const phone = await scriptedPhone(forSoMany(2, givesParts(7)))
    await phone.engine().sync()
    phone.says = givesParts(9)
    expect(await phone.engine().sync()).toEqual({ ok: true })
    await phone.reopen()
    expect(heldOn(phone)?.replica.cursor).toBe(9)
    expect(heldOn(phone)?.replica.households.size).toBe(3)
    expect((await phone.disk.read()).parts.size).toBe(0)
  })

  test('[S8] [S17] a part that comes twice or does not fit is never joined to what it does not belong to', async () => {
    const phone = await scriptedPhone(forSoMany(2, givesParts(7)))
    await phone.engine().sync()
    // A server that goes on in the middle of a snapshot this device has nothing of.
    phone.says = () => ({ villages: [partOf(families, 2, 9)] })
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'no-signal' })
    expect(heldOn(phone)).toBeUndefined()
    phone.says = givesParts(9)
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(heldOn(phone)?.replica.households.size).toBe(3)
  })

  test('[S16] parts that cannot be unpacked are fetched again, not kept for ever', async () => {
    const phone = await scriptedPhone(forSoMany(2, givesParts()))
    await phone.engine().sync()
    const [key, part] = [...(await phone.disk.read()).parts][0] ?? []
    if (key === undefined || part === undefined) throw new Error('no part on the disk')
    await phone.disk.commit([{ put: 'parts', key, value: { ...part, gzip: '[' } }])
    await phone.reopen()
    phone.says = givesParts()
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'no-signal' })
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(heldOn(phone)?.replica.households.size).toBe(3)
  })

  test('[S14] what other eyes were given goes at once, before the last part is here', async () => {
    const phone = await scriptedPhone(givesParts())
    await phone.engine().sync()
    const cadre = { ...partOf(families, 0, 8), audience: 'cadre' } as const
    phone.says = forSoMany(1, () => ({ villages: [cadre] }))
    await phone.engine().sync()
    expect(heldOn(phone)?.facts.audience).toBe('cadre')
    expect(heldOn(phone)?.replica.households.size).toBe(0)
  })

  test('[S13] a village that is forgotten takes its parts and its stories with it', async () => {
    const phone = await scriptedPhone(
      forSoMany(1, () => ({
        villages: [
          {
            ...partOf(families, 0),
            diaries: [{ visit: asId('visit-0001'), household: wangFamily, text: '喝了茶' }],
          },
        ],
      })),
    )
    await phone.engine().sync()
    phone.says = () => ({ forget: [gaoqiao] })
    await phone.engine().sync()
    const disk = await phone.disk.read()
    expect([disk.parts.size, disk.diaries.size]).toEqual([0, 0])
    expect(phone.engine().state().parts.size).toBe(0)
  })

  test('[S6] after a restore the parts of before are of no use', async () => {
    const phone = await scriptedPhone(forSoMany(1, givesParts()))
    await phone.engine().sync()
    phone.says = request => ({ ...givesParts()(request), epoch: 'epoch-two' })
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(phone.requests.slice(-4).map(gotIn)).toEqual([1, 0, 1, 2])
  })
})

describe('how much is asked for', () => {
  test('[S17] the room grows with each answer, shrinks with each cut, and never below the least', async () => {
    const phone = await scriptedPhone(forSoMany(1, () => ({})))
    await phone.engine().sync()
    for (let at = 0; at < 8; at++) await phone.engine().sync()
    const rooms = phone.requests.map(({ room }) => room)
    expect(rooms.slice(0, 3)).toEqual([256_000, 512_000, 256_000])
    expect(rooms.at(-1)).toBe(16_000)
    phone.says = request => syncAnswerTo(request)
    for (let at = 0; at < 12; at++) await phone.engine().sync()
    expect(phone.engine().contact().room).toBe(4_000_000)
  })

  test('[S16] [S17] on a bad line much that waits goes out in small steps', async () => {
    const acts = Array.from({ length: 200 }, (_, at): Act => ({
      village: gaoqiao,
      household: asId<HouseholdId>(`household-${1000 + at}`),
      kind: 'household.register',
      body: { facts: [], members: [] },
    }))
    const phone = await scriptedPhone()
    expect((await phone.engine().write(acts)).ok).toBe(true)
    const weight = (request: SyncRequest) => JSON.stringify(request.changes).length
    // Nothing longer than 20,000 letters gets through this line.
    phone.says = request =>
      weight(request) > 20_000 ? { ok: false, because: 'no-signal' } : syncAnswerTo(request)
    for (let at = 0; at < 6; at++) await phone.engine().sync()
    phone.says = request => syncAnswerTo(request)
    await phone.engine().sync()
    expect(phone.engine().state().outbox.waiting).toEqual([])
  })
})

test('[S17] how much of an answer has come is known while it comes, and forgotten when it is here', async () => {
  const phone = await scriptedPhone()
  const heard: unknown[] = []
  phone.coming = { got: 9_000, of: 12_000 }
  phone.engine().listen(() => heard.push(phone.engine().contact().coming))
  await phone.engine().sync()
  expect(heard).toContainEqual({ got: 9_000, of: 12_000 })
  expect(phone.engine().contact().coming).toBeNull()
})
