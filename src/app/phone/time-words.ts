import { timesOfDay, type TimeOfDay } from '#domain/visits/visit.ts'

/** Reads a time of day from a draft or a field; null where none was named. */
export const parseTime = (written: string): TimeOfDay | null =>
  timesOfDay.find(time => time === written) ?? null

/** Names written one after the other: 田建国、何岚. */
export const parseNames = (written: string): readonly string[] =>
  written
    .split(/[、,，;；\s]+/u)
    .map(name => name.trim())
    .filter(name => name !== '')
    .slice(0, 10)
