/** In which of the four ways a promise was broken: what the last line of a run counts. */
export type Harm = 'lost' | 'doubled' | 'diverged' | 'stuck'

/** What was found to be wrong, the rule it breaks, and in plain words what it is. */
export type Finding = { readonly harm: Harm; readonly rule: string; readonly words: string }

/** Ends a life at the first thing that is wrong. */
export class Found extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(`[${finding.rule}] ${finding.harm}: ${finding.words}`)
    this.finding = finding
  }
}

/** Ends the life where a promise does not hold. */
export function promised(holds: boolean, harm: Harm, rule: string, words: () => string): void {
  if (!holds) throw new Found({ harm, rule, words: words() })
}
