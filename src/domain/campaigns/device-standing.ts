import { daysBetween, dayOf, type Day } from '../base/days.ts'
import type { DeviceLine } from './desk-answers.ts'

/** What is wrong with a device, what asks most for help first; `well` where nothing is, `revoked` where it is shut. */
export const deviceStandings = [
  /** It could not store what was written on it [S21]. */
  'not-stored',
  /** Something was refused and waits for the person's eye [S5]. */
  'for-review',
  /** Something has waited for a day or longer. */
  'waits-long',
  /** Something waits: the signal was lost in the middle. */
  'waits',
  /** Its app is older than the server. */
  'old-app',
  'well',
  'revoked',
] as const

export type DeviceStanding = (typeof deviceStandings)[number]

/** How a device stands by what it last said of itself: the one thing that asks most. */
export function standingOfDevice(device: DeviceLine, today: Day): DeviceStanding {
  if (device.revokedOn !== null) return 'revoked'
  const { said } = device
  if (said === null) return 'old-app'
  if (said.notStored) return 'not-stored'
  if (said.forReview > 0) return 'for-review'
  if (said.waiting > 0)
    return said.oldestAt !== null && daysBetween(dayOf(said.oldestAt), today) >= 1 ? 'waits-long' : 'waits'
  return said.isOld ? 'old-app' : 'well'
}

/** The devices by what asks for help, never by who or how often; within that, what waits longest first. */
export const byTrouble = (devices: readonly DeviceLine[], today: Day): readonly DeviceLine[] =>
  devices.toSorted(
    (one, other) =>
      placeOf(one, today) - placeOf(other, today) ||
      (one.said?.oldestAt ?? '9').localeCompare(other.said?.oldestAt ?? '9') ||
      one.name.localeCompare(other.name, 'zh-CN'),
  )

const placeOf = (device: DeviceLine, today: Day): number =>
  deviceStandings.indexOf(standingOfDevice(device, today))
