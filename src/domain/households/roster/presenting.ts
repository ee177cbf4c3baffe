import type { RosterHousehold } from './households.ts'
import type { ProblemCode } from './problems.ts'
import type { RosterReading } from './reading.ts'

/** A reading in the fixed shape in which rosters' results are written down and compared. */
export type PresentedReading = {
  readonly villageCodes: readonly string[]
  readonly households: number
  readonly members: number
  readonly byVillage?: Readonly<Record<string, Counts>>
  readonly sheetsNotRead?: readonly string[]
  readonly problems: readonly PresentedProblem[]
  readonly sample: readonly RosterHousehold[]
  readonly notKept: readonly string[]
}

type Counts = { readonly households: number; readonly members: number }

type PresentedProblem = {
  readonly sheet?: string
  readonly row: number
  readonly column: string | null
  readonly code: ProblemCode
}

/** Presents a reading: figures, problems by place, the first three households in full. Counts of several villages apart. */
export function presentReading(reading: RosterReading): PresentedReading {
  const { households, sheetsNotRead } = reading
  const villageCodes = [...new Set(households.map(household => household.villageCode))].toSorted()
  const byVillage = Object.fromEntries(
    villageCodes.map(code => [
      code,
      countsOf(households.filter(household => household.villageCode === code)),
    ]),
  )
  return {
    villageCodes,
    ...countsOf(households),
    ...(villageCodes.length > 1 ? { byVillage } : {}),
    ...(sheetsNotRead.length > 0 ? { sheetsNotRead } : {}),
    problems: presentProblems(reading),
    sample: households.slice(0, 3),
    notKept: reading.notKept,
  }
}

const countsOf = (households: readonly RosterHousehold[]): Counts => ({
  households: households.length,
  members: households.reduce((sum, household) => sum + household.members.length, 0),
})

/** In the order of the sheets, then of the rows. */
function presentProblems({ problems, sheets }: RosterReading): readonly PresentedProblem[] {
  const place = (sheet: string | null): number => sheets.findIndex(read => read.name === sheet)
  return problems
    .toSorted((one, other) => place(one.sheet) - place(other.sheet) || one.row - other.row)
    .map(({ sheet, row, column, code }) => ({ ...(sheet === null ? {} : { sheet }), row, column, code }))
}

/** The households to be registered once the preview is confirmed, in full. */
export const householdsToRegister = (reading: RosterReading): readonly RosterHousehold[] => reading.households
