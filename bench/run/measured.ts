/** What is asked of a measure. */
export type Wanted = {
  readonly households: number
  /** How long at least the thing itself is done, in seconds. */
  readonly seconds: number
}

/** The figures of one measure: numbers and short words, plain enough for one line of JSON. */
export type Measured = Readonly<Record<string, unknown>>
