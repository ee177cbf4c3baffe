import { describe, expect, test } from 'vitest'
import { newHousehold } from '#domain/households/household.ts'
import { wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { newsWith, scriptedPhone } from '#test/builders/scripted.ts'

const wang = newHousehold(wangFamily, gaoqiao)

describe('a fault in one village', () => {
  test('[S4] [S16] [S19] a kind of change this app does not know makes it fetch the village whole, and stops no other', async () => {
    const phone = await scriptedPhone(() => ({
      villages: [
        newsWith({ answer: { is: 'states', upTo: 4, whole: true, households: [wang] } }),
        newsWith({ code: otherVillage, answer: { is: 'states', upTo: 1, whole: true, households: [] } }),
      ],
    }))
    await phone.engine().sync()
    const unknown = { kind: 'household.sing', household: wangFamily, body: {} }
    phone.says = ({ villages }) => {
      const whole = villages.find(({ code }) => code === gaoqiao)?.cursor === 0
      const changes = [{ seq: 5, change: unknown }] as never
      return {
        villages: [
          newsWith({
            answer: whole
              ? { is: 'states', upTo: 5, whole: true, households: [wang] }
              : { is: 'changes', from: 4, upTo: 5, changes },
          }),
          newsWith({ code: otherVillage, answer: { is: 'states', upTo: 2, whole: true, households: [] } }),
        ],
      }
    }
    expect(await phone.engine().sync()).toEqual({ ok: true })
    const { villages } = phone.engine().state()
    expect(villages.get(otherVillage)?.replica.cursor).toBe(2)
    expect(villages.get(gaoqiao)?.replica.cursor).toBe(5)
    expect(villages.get(gaoqiao)?.facts).toMatchObject({ refetch: false, agrees: true })
  })

  test('[S9] [S16] a village that stumbles even when it comes whole says so and is not asked for without end', async () => {
    const phone = await scriptedPhone(() => ({
      villages: [newsWith({ answer: { is: 'states', upTo: 4, whole: true, households: [wang] } })],
    }))
    await phone.engine().sync()
    const before = phone.requests.length
    const broken = { is: 'states', upTo: 6, whole: true, households: null } as never
    phone.says = () => ({ villages: [newsWith({ answer: broken })] })
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(phone.requests.length - before).toBeLessThanOrEqual(2)
    const held = phone.engine().state().villages.get(gaoqiao)
    expect(held?.facts.agrees).toBe(false)
    expect(held?.replica.households.size).toBe(1)
  })
})

describe('two tabs', () => {
  test('[S20] a tab whose lead was taken writes no answer over the other’s', async () => {
    const phone = await scriptedPhone(() => ({
      villages: [newsWith({ answer: { is: 'states', upTo: 4, whole: true, households: [wang] } })],
    }))
    const before = await phone.disk.read()
    expect(await phone.engine().sync(() => false)).toEqual({ ok: false, because: 'stepped-back' })
    expect(await phone.disk.read()).toEqual(before)
    expect(await phone.engine().sync(() => true)).toEqual({ ok: true })
  })
})
