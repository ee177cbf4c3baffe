/**
 * Calendar days and instants. A `Day` is a day in Asia/Shanghai (UTC+8 all year since 1992), an `Instant` a
 * point in time in UTC. Both are texts that sort as they are. No clock is read here: now is an argument.
 */
declare const brand: unique symbol
export type Day = string & { readonly [brand]: 'day' }
export type Instant = string & { readonly [brand]: 'instant' }

export const dayPattern = /^\d{4}-\d{2}-\d{2}$/
export const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

const dayLength = 86_400_000
const shanghaiOffset = 8 * 3_600_000

/** Reads a day written `2026-04-17`; null when there is no such day. */
export function parseDay(text: string): Day | null {
  if (!dayPattern.test(text)) return null
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? (text as Day) : null
}

/** Reads an instant written `2026-04-17T12:30:00Z`; null when there is none such. */
export function parseInstant(text: string): Instant | null {
  if (!instantPattern.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : (new Date(at).toISOString() as Instant)
}

/** A day the code itself names: a fault where there is no such day. */
export function asDay(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new Error(`not a day: ${text}`)
  return day
}

export function asInstant(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`not an instant: ${text}`)
  return instant
}

/** Milliseconds since 1970 as an instant. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant

export const millisecondsOf = (instant: Instant): number => Date.parse(instant)

/** The day it was in Asia/Shanghai at that instant. */
export const dayOf = (instant: Instant): Day =>
  new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10) as Day

/** The first instant of a day in Asia/Shanghai. */
export const startOf = (day: Day): Instant => instantOf(Date.parse(`${day}T00:00:00Z`) - shanghaiOffset)

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10) as Day

/** How many days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength)

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** The later of two instants. */
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

/** The earlier of two instants. */
export const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other)
