import type { Day } from '../base/days.ts'

/** Parts of the page on the formal channel: what protects who goes there, what days hold, where to go. */
export const formalParts = ['right', 'limit', 'place'] as const
export type FormalPart = (typeof formalParts)[number]

/** One line of the page on the formal channel (正式渠道); the office keeps it for its own place [H19]. */
export type FormalLine = {
  /** Letters and hyphens; stays when the title is changed. */
  readonly id: string
  readonly part: FormalPart
  readonly title: string
  readonly plain: string
  /** Of a place: when somebody is there; empty where nobody wrote it. */
  readonly openWhen: string
  /** Of a place; empty where there is none. */
  readonly telephone: string
  /** A complaint about a person can go there too. */
  readonly forPersons: boolean
  /** Of the villages whose code begins so (`420325` a county, `420325102` a town); empty for all. */
  readonly area: string
  /** The last day it holds; null where it is not known to end. */
  readonly validUntil: Day | null
  /** The rule it stands on. */
  readonly source: string
  /** The same in English; null where the office wrote none. */
  readonly english: { readonly title: string; readonly plain: string; readonly openWhen: string } | null
  /** Who has checked it for this place; empty for a sample as it ships. */
  readonly checkedBy: string
}

/** The lines of a part that hold in this village on that day: what has ended is said to nobody. */
export const linesHere = (
  lines: readonly FormalLine[],
  part: FormalPart,
  { village, today }: { readonly village: string; readonly today: Day },
): readonly FormalLine[] =>
  lines.filter(
    line =>
      line.part === part &&
      village.startsWith(line.area) &&
      (line.validUntil === null || line.validUntil >= today),
  )

/** As it is read in a language; in Chinese where there is no English. */
export const lineIn = (
  line: FormalLine,
  language: 'zh-CN' | 'en',
): Pick<FormalLine, 'title' | 'plain' | 'openWhen'> =>
  language === 'en' && line.english !== null
    ? { ...line.english, openWhen: line.english.openWhen || line.openWhen }
    : line
