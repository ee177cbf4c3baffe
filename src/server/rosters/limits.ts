/**
 * How large a roster file may be. A village has some 1,300 people, a county 400,000; a row of a roster takes about
 * 1 kB of sheet XML. What is larger is refused before it is held in memory.
 */
export type RosterLimits = {
  /** Bytes of the file itself. */
  readonly fileBytes: number
  /** Bytes of all parts read, unpacked: counted while unpacking, never believed from the file. */
  readonly unpackedBytes: number
  /** Cells of all sheets, those merged downwards counted in each row, a long text counted more. */
  readonly cells: number
}

export const rosterLimits: RosterLimits = {
  fileBytes: 30_000_000,
  unpackedBytes: 200_000_000,
  cells: 6_000_000,
}

/** Thrown inside this folder where a limit is passed; `read-roster-file.ts` makes a refusal of it. */
export class TooLarge extends Error {}

/** Thrown inside this folder where a file is not what it should be; `read-roster-file.ts` makes a refusal of it. */
export class NotASpreadsheet extends Error {}
