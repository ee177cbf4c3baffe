import type { SolarTerm } from '#domain/base/calendar/solar-terms.ts'

/** What can be so in this house or on this day; a line that names some is said only where all of them hold. */
export const fits = [
  'first-time',
  'been-before',
  'long-since',
  'grandchild',
  'pupil',
  'baby',
  'young',
  'middle',
  'elder',
  'great-age',
  'elder-alone',
  'couple',
  'full-house',
  'someone-away',
  'own-trade',
  'by-water',
  'by-tea',
  'by-orchard',
  'by-hill',
  'by-road',
  'weekend',
  'first-lunar-month',
  'lantern',
  'dragon-head',
  'dragon-boat',
  'sixth-of-sixth',
  'autumn-festival',
  'double-ninth',
  'last-lunar-month',
] as const
export type Fit = (typeof fits)[number]

/**
 * What a saying is for. Two openers come on a card, one of the season and one of the people; one praise, one asking of
 * advice, one topic to leave alone. `promising` are questions to oneself, `instead` what to say when unsure [H7] [H20].
 */
export const sayingParts = ['season', 'people', 'praise', 'advice', 'topic', 'promising', 'instead'] as const
export type SayingPart = (typeof sayingParts)[number]

/** The same in the words of a place: of every village whose code begins so (`42` Hubei, `420325` a county). */
export type LocalWords = { readonly area: string; readonly zh: string }

/** Something to say, or to mind. `{child}` stands for the youngest child's name. */
export type Saying = {
  /** Letters and hyphens; stays when the words are changed. */
  readonly id: string
  readonly part: SayingPart
  readonly zh: string
  /** Empty where nobody wrote any: then the Chinese is read. */
  readonly en: string
  readonly local: readonly LocalWords[]
  /** The solar terms it is for; none: all the year. */
  readonly terms: readonly SolarTerm[]
  readonly fits: readonly Fit[]
}

/** A kin word from an age on, seen from a visitor of middle age; in an area, or everywhere where that is empty. */
export type Kin = {
  readonly id: string
  readonly part: 'kin'
  readonly area: string
  readonly from: number
  readonly male: string
  readonly female: string
  readonly english: { readonly male: string; readonly female: string }
}

/** One line of the catalogue of the conversation card (拉家常), which the office keeps for its own place [H7]. */
export type TalkLine = Saying | Kin

export const isSaying = (line: TalkLine): line is Saying => line.part !== 'kin'
export const isKin = (line: TalkLine): line is Kin => line.part === 'kin'

/** A saying's Chinese in this village: the words of the smallest area it lies in. */
export const wordsIn = ({ zh, local }: Saying, village: string): string =>
  nearest(local.filter(({ area }) => village.startsWith(area)))?.zh ?? zh

/** The kin words of this village: of two for the same age, those of the smaller area. */
export const kinIn = (lines: readonly TalkLine[], village: string): readonly Kin[] => {
  const here = lines.filter(isKin).filter(({ area }) => village.startsWith(area))
  const ages = [...new Set(here.map(({ from }) => from))].toSorted((one, other) => other - one)
  return ages.flatMap(age => nearest(here.filter(({ from }) => from === age)) ?? [])
}

const nearest = <Local extends { readonly area: string }>(of: readonly Local[]): Local | undefined =>
  of.toSorted((one, other) => other.area.length - one.area.length)[0]
