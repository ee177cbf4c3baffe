import { villagesOf } from '../villages/divisions.ts'
import type { VillageName } from './picture.sql.ts'

/** How many digits of a division code name a province, a city, a county, a town, a village. */
export const levels = [2, 4, 6, 9, 12] as const

/** The level below a place of so many digits; null below a village. */
export const levelBelow = (digits: number): number | null => levels.find(level => level > digits) ?? null

/** Names of places by their codes: villages and towns as the campaign has them, what lies above from the division table. */
export function placeNames(villages: readonly VillageName[]): (code: string) => string {
  const above = new Map<string, string>()
  const known = new Map(
    villages.flatMap(({ code, name, town }) => [[code, name] as const, [code.slice(0, 9), town] as const]),
  )
  return code => known.get(code) ?? above.get(code) ?? remember(above, code)
}

function remember(names: Map<string, string>, code: string): string {
  const [first] = villagesOf(code)
  const parts = { 2: first?.province, 4: first?.city, 6: first?.county, 9: first?.town, 12: first?.name }
  const name = parts[code.length as keyof typeof parts] ?? code
  names.set(code, name)
  return name
}
