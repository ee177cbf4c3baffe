import { expect, test } from 'vitest'
import { asDay, asInstant } from '../base/days.ts'
import { asId, type DeviceId, type PersonId } from '../base/ids.ts'
import type { DeviceLine, DeviceSaid } from './desk-answers.ts'
import { byTrouble, standingOfDevice } from './device-standing.ts'

const today = asDay('2026-04-17')
const well: DeviceSaid = {
  app: '0.1.0',
  isOld: false,
  waiting: 0,
  oldestAt: null,
  forReview: 0,
  notStored: false,
}

const device = (
  name: string,
  said: Partial<DeviceSaid> | null,
  more: Partial<DeviceLine> = {},
): DeviceLine => ({
  device: asId<DeviceId>('device-0001'),
  person: asId<PersonId>('person-0001'),
  name,
  role: 'visitor',
  teams: '',
  firstOn: asDay('2026-04-01'),
  syncedOn: today,
  syncedAt: null,
  said: said === null ? null : { ...well, ...said },
  revokedOn: null,
  ...more,
})

const waiting = (oldestAt: string) => ({ waiting: 1, oldestAt: asInstant(oldestAt) })

test('[F1] phones stand in the order of what asks for help, and those on which all is well are alike', () => {
  const devices = [
    device('well', {}, { syncedOn: asDay('2026-03-01') }),
    device('revoked', { notStored: true }, { revokedOn: today }),
    device('of the first wire', null),
    device('waits', waiting('2026-04-17T01:00:00Z')),
    device('waits since long', waiting('2026-04-15T01:00:00Z')),
    device('for review', { forReview: 1 }),
    device('full', { notStored: true }),
  ]
  expect(byTrouble(devices, today).map(({ name }) => name)).toEqual([
    'full',
    'for review',
    'waits since long',
    'waits',
    'of the first wire',
    'well',
    'revoked',
  ])
})

test('[H10] a phone that was not heard of for weeks is not in trouble for that', () => {
  expect(standingOfDevice(device('quiet', {}, { syncedOn: asDay('2026-02-01') }), today)).toBe('well')
})
