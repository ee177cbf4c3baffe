import { expect, test } from 'vitest'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { packOnceAtATime } from './packing.ts'

test('[S8] who asks for a village while it is packed waits for that packing; later it is packed anew', async () => {
  const packing = packOnceAtATime()
  let packed = 0
  const pack = () => Promise.resolve({ upTo: (packed += 1), weights: [1] })
  const [one, two, other] = await Promise.all([
    packing(gaoqiao, pack),
    packing(gaoqiao, pack),
    packing(otherVillage, pack),
  ])
  expect([one.upTo, two.upTo, other.upTo]).toEqual([1, 1, 2])
  expect((await packing(gaoqiao, pack)).upTo).toBe(3)
})

test('[S16] a packing that fails is tried again by the next who asks', async () => {
  const packing = packOnceAtATime()
  await expect(packing(gaoqiao, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow()
  expect((await packing(gaoqiao, () => Promise.resolve({ upTo: 7, weights: [1] }))).upTo).toBe(7)
})
