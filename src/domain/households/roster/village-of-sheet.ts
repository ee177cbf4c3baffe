import type { VillageCode } from '#domain/base/ids.ts'
import {
  villageByCode,
  villageByNames,
  villageNamedIn,
  type KnownVillages,
} from '#domain/villages/known-villages.ts'
import { halfWidth, headingLabel } from './cell-text.ts'
import type { Sheet } from './sheet.ts'

/** What the lines above the heading say of the village: one, one that is not known here, or nothing. */
export type VillageNamed =
  | { readonly kind: 'known'; readonly code: VillageCode }
  | { readonly kind: 'elsewhere' | 'not-named' }

/** Reads the village above the heading: a 12-digit code, else a town directly followed by one of its villages [R3]. */
export function villageAboveHeading(sheet: Sheet, headingRow: number, known: KnownVillages): VillageNamed {
  const lines = sheet.rows
    .filter(row => row.number < headingRow)
    .flatMap(row => row.cells.flatMap(cell => (cell.value.kind === 'text' ? halfWidth(cell.value.text) : [])))
  const codes = lines.flatMap(line => line.match(/(?<!\d)\d{12}(?!\d)/g) ?? [])
  const code = codes.map(code => villageByCode(known, code)).find(code => code !== null)
  if (code !== undefined && code !== null) return { kind: 'known', code }
  if (codes.length > 0) return { kind: 'elsewhere' }
  const named = villageNamedIn(known, lines.map(headingLabel).join('\n'))
  return named === null ? { kind: 'not-named' } : { kind: 'known', code: named }
}

/** The village that a row's own columns name, code before town and village; null when the row names none. */
export function villageOfRow(
  cells: { readonly code: string; readonly town: string; readonly village: string },
  known: KnownVillages,
): VillageNamed | null {
  if (cells.code !== '') return found(villageByCode(known, cells.code.replace(/\s+/g, '')))
  if (cells.town !== '' && cells.village !== '')
    return found(villageByNames(known, cells.town, cells.village))
  return null
}

const found = (code: VillageCode | null): VillageNamed =>
  code === null ? { kind: 'elsewhere' } : { kind: 'known', code }
