import { expect, test } from 'vitest'
import { noon } from '#test/builders/changes.ts'
import { zhouMin } from '#test/builders/people.ts'
import { createDevice } from '../simulation/device.ts'
import { newWorld } from '../simulation/world.ts'

const edition = (version: number, place: string) =>
  ({ name: 'policies', version, body: [{ id: 'free-checkup', place }] }) as const

test('[H6] [S3] a catalogue that came is there for the next process, the newest of each name', async () => {
  const phone = await createDevice(newWorld([zhouMin], noon), zhouMin, 'zhou')
  await phone.engine().keepCatalogues([edition(1, '一楼')])
  await phone.engine().keepCatalogues([edition(2, '二楼')])
  expect(phone.engine().state().catalogues.get('policies')).toEqual(edition(2, '二楼'))
  await phone.reopen()
  expect([...phone.engine().state().catalogues.values()]).toEqual([edition(2, '二楼')])
})

test('[H6] [S21] a catalogue that could not be stored is as if it had not come', async () => {
  const phone = await createDevice(newWorld([zhouMin], noon), zhouMin, 'zhou')
  phone.fates.push('full')
  await phone.engine().keepCatalogues([edition(1, '一楼')])
  expect(phone.engine().state().catalogues.size).toBe(0)
})
