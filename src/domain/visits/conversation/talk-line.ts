import type { SolarTerm } from '#domain/base/calendar/solar-terms.ts'

/** What must be so for a line to fit this family: all of the words given hold. */
export type Fit =
  | 'grandchild'
  | 'pupil'
  | 'baby'
  | 'someone-away'
  | 'elder'
  | 'elder-alone'
  | 'couple'
  | 'young'
  | 'weekend'
  | 'first-lunar-month'
  | 'last-lunar-month'
  | 'autumn-festival'
  | 'dragon-boat'
  | 'double-ninth'

/** A line of the conversation card, in both languages. `{child}` stands for the youngest child's name. */
export type TalkLine = {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly terms?: readonly SolarTerm[]
  readonly fits?: readonly Fit[]
}
