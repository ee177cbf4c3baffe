import type { SolarTerm } from '../../../base/calendar/solar-terms.ts'
import type { Fit, Saying, SayingPart } from '../talk-line.ts'

/** A saying as it is written here: in plain Chinese, in English, and in Hubei's words where those differ. */
export type Written = {
  readonly id: string
  readonly zh: string
  readonly hubei?: string
  readonly en: string
  readonly terms?: readonly SolarTerm[]
  readonly fits?: readonly Fit[]
}

export const sayings = (part: SayingPart, written: readonly Written[]): readonly Saying[] =>
  written.map(({ id, zh, hubei, en, terms = [], fits = [] }) => ({
    id,
    part,
    zh,
    en,
    local: hubei === undefined ? [] : [{ area: '42', zh: hubei }],
    terms,
    fits,
  }))
