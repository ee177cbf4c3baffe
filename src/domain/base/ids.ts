/**
 * Branded ids: a `HouseholdId` is no `NeedId`. Ids are random and made where the thing is first written
 * down, on a phone without signal as well; none is ever a number that the state gave to a person.
 */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type ChangeId = Branded<'change'>
export type DeviceId = Branded<'device'>
export type PersonId = Branded<'person'>
export type TeamId = Branded<'team'>
export type DepartmentId = Branded<'department'>
export type HouseholdId = Branded<'household'>
export type MemberId = Branded<'member'>
export type VisitId = Branded<'visit'>
export type NeedId = Branded<'need'>
export type PromiseId = Branded<'promise'>
export type OpeningId = Branded<'opening'>
export type LetterId = Branded<'letter'>
export type VoiceId = Branded<'voice'>

/** A village's statistical division code: 12 digits, 2+2+2+3+3 (province, city, county, town, village). */
export type VillageCode = Branded<'village'>

/** What every id looks like: 8 to 64 letters, digits, `-` and `_`. */
export const idPattern = /^[A-Za-z0-9_-]{8,64}$/
export const villagePattern = /^\d{12}$/

/** Reads an id that comes from outside; null when it does not look like one. */
export const parseId = <Id extends string>(text: string): Id | null =>
  // The one place where a plain text becomes an id: it has just been looked at.
  idPattern.test(text) ? (text as Id) : null

export const parseVillageCode = (text: string): VillageCode | null =>
  villagePattern.test(text) ? (text as VillageCode) : null

/** An id the code itself has made (a random one, a builder's): a fault where it does not look like one. */
export function asId<Id extends string>(text: string): Id {
  const id = parseId<Id>(text)
  if (id === null) throw new Error(`not an id: ${text}`)
  return id
}

export function asVillageCode(text: string): VillageCode {
  const code = parseVillageCode(text)
  if (code === null) throw new Error(`not a village code: ${text}`)
  return code
}
