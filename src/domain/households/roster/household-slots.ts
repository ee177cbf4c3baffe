import type { VillageCode } from '#domain/base/ids.ts'
import { isHeadTold, isNamed, type PersonTold } from './people-on-row.ts'
import type { RosterRow } from './rows.ts'

/** The rows of one household as the roster lays them out, before repeated households are joined [R4]. */
export type HouseholdSlot = {
  readonly village: VillageCode | null
  readonly group: string | null
  readonly householdNo: string | null
  readonly rows: readonly RosterRow[]
  /** The row whose own head columns bring the head in as first member; null where the head stands among the members. */
  readonly headRow: RosterRow | null
  /** 整户 or 全家 is gone or dead: no row of it is read [R10]. */
  readonly isGone: boolean
}

/**
 * Puts rows together to households [R4]. With a household number: rows of the same village, group and number, wherever
 * they stand. Without: a row with relation 户主, or with a head's name other than the one before, opens a household.
 * Skipped and refused rows belong to a household too, so that those below them do not fall to the one above.
 */
export function householdSlots(rows: readonly RosterRow[]): readonly HouseholdSlot[] {
  const byNumber = new Map<string, RosterRow[]>()
  const slots: RosterRow[][] = []
  let current: RosterRow[] = []
  for (const row of rows) {
    const key = row.householdNo === '' ? null : JSON.stringify([villageKey(row), row.group, row.householdNo])
    const numbered = key === null ? undefined : byNumber.get(key)
    if (numbered !== undefined) current = numbered
    else if (key !== null || opensHousehold(row, current)) {
      current = []
      slots.push(current)
      if (key !== null) byNumber.set(key, current)
    }
    current.push(row)
  }
  return slots.map(slotOf)
}

const villageKey = (row: RosterRow): string =>
  row.village.kind === 'known' ? row.village.code : row.village.kind

function opensHousehold(row: RosterRow, current: readonly RosterRow[]): boolean {
  const before = current.at(-1)
  if (before === undefined || before.sheetIndex !== row.sheetIndex || row.standsAlone) return true
  const headBefore = current.findLast(other => other.headName !== '')?.headName ?? ''
  const sameHead = row.headName !== '' && row.headName === headBefore
  if (row.headName !== '' && !sameHead) return true
  // A head who stands below the other members opens nothing: the head's column has opened the household already.
  return isHeadTold(row.member) && !(sameHead && !current.some(other => isHeadTold(other.member)))
}

function slotOf(rows: readonly RosterRow[]): HouseholdSlot {
  const first = rows[0]
  const headRow = rows.find(row => row.head.kind === 'told' || row.head.kind === 'marked') ?? null
  const isAmongMembers = rows.some(
    row => isHeadTold(row.member) || (headRow !== null && isNamed(row.member, headRow.headName)),
  )
  const everyone = rows.flatMap(row => [row.member, row.head, ...row.others])
  return {
    village: first?.village.kind === 'known' ? first.village.code : null,
    group: first?.group ?? null,
    householdNo: first === undefined || first.householdNo === '' ? null : first.householdNo,
    rows,
    headRow: isAmongMembers ? null : headRow,
    isGone: everyone.some(speaksForAll),
  }
}

const speaksForAll = (told: PersonTold): boolean => told.kind === 'marked' && told.mark.ofAll
