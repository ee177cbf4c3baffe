import { lunarDateOf, lunarWords } from '#domain/base/calendar/lunar-date.ts'
import { nextTerm } from '#domain/base/calendar/solar-terms.ts'
import type { SolarTerm } from '#domain/base/calendar/solar-terms.ts'
import { addressesFor } from './addresses-for.ts'
import { namePartsOf, type Address } from './address.ts'
import { childOf, isFitting, settingOf } from './fits.ts'
import type { Setting } from './fits.ts'
import { ofPart } from './kept-talk.ts'
import { mannersFor } from './manner.ts'
import type { Manner } from './manner.ts'
import { wordsIn, type Saying, type SayingPart, type TalkLine } from './talk-line.ts'
import type { TalkOccasion } from './talk-occasion.ts'

/** A line ready to be read, in both languages. */
export type SpokenLine = { readonly id: string; readonly zh: string; readonly en: string }

/** The conversation card (拉家常): something to glance at, nothing to fill in [H7]. */
export type Talk = {
  readonly addresses: readonly Address[]
  readonly manners: readonly Manner[]
  readonly openers: readonly SpokenLine[]
  readonly praise: SpokenLine | null
  readonly advice: SpokenLine | null
  /** A topic of this family's own, named without its content. */
  readonly leaveAlone: SpokenLine | null
  /** A topic that is left alone in such a house on such a day, whoever lives there. */
  readonly topic: SpokenLine | null
  readonly promising: readonly SpokenLine[]
  readonly instead: SpokenLine | null
  readonly season: Season
}

/** 农历 and the next solar term, where the farm calendar of the day is known. */
export type Season = {
  readonly lunar: string | null
  readonly next: { readonly term: SolarTerm; readonly inDays: number } | null
}

/**
 * Composes the card for one visit. The same occasion gives the same card; another day gives another one, and what was on
 * the cards of the last talks is not on this one where there is a choice. Never more than three questions on a card.
 */
export function composeTalk(occasion: TalkOccasion, lines: readonly TalkLine[]): Talk {
  const chosen = chooseLines(occasion, lines, saidBefore(occasion, lines))
  const speak = (saying: Saying | null) => (saying === null ? null : spoken(saying, occasion))
  const next = nextTerm(occasion.visitOn)
  const lunar = lunarDateOf(occasion.visitOn)
  return {
    addresses: addressesFor(occasion, lines),
    manners: mannersFor(occasion.knownFacts),
    openers: [speak(chosen.season), speak(chosen.people)].flatMap(line => line ?? []),
    praise: speak(chosen.praise),
    advice: speak(chosen.advice),
    leaveAlone: occasion.leaveAlone ? leaveAloneLine : null,
    topic: speak(chosen.topic),
    promising: ofPart(lines, 'promising')
      .slice(0, 3)
      .map(saying => spoken(saying, occasion)),
    instead: speak(ofPart(lines, 'instead')[0] ?? null),
    season: { lunar: lunar && lunarWords(lunar), next: next && { term: next.term, inDays: next.inDays } },
  }
}

const leaveAloneLine: SpokenLine = {
  id: 'leave-alone',
  zh: '有个话题不主动提。他们自己说起，就听着。',
  en: 'There is a topic not to raise. If they bring it up, listen.',
}

const chosenParts = ['season', 'people', 'praise', 'advice', 'topic'] as const satisfies readonly SayingPart[]
type Chosen = Readonly<Record<(typeof chosenParts)[number], Saying | null>>

/** What was said in so many talks before is not said again where there is a choice. */
const remembered = 3
/** So many talks back the cards are composed again: more than a family has in two years. */
const composedAgain = 24

/**
 * What was on the cards of the last talks. They are composed again, for what was said to a family is kept nowhere.
 */
function saidBefore(occasion: TalkOccasion, lines: readonly TalkLine[]): ReadonlySet<string> {
  const days = occasion.talksOn.filter(day => day < occasion.visitOn).slice(-composedAgain)
  const talks: (readonly string[])[] = []
  for (const visitOn of days) {
    const said = new Set(talks.slice(-remembered).flat())
    const chosen = chooseLines({ ...occasion, visitOn }, lines, said)
    talks.push(chosenParts.flatMap(part => chosen[part]?.id ?? []))
  }
  return new Set(talks.slice(-remembered).flat())
}

function chooseLines(occasion: TalkOccasion, lines: readonly TalkLine[], said: ReadonlySet<string>): Chosen {
  const setting = settingOf(occasion)
  const choose = (part: SayingPart, room = Number.POSITIVE_INFINITY) =>
    chooseLine(
      shortLines(freshLines(ofPart(lines, part), setting, said), room, occasion.village),
      `${occasion.seed} ${occasion.visitOn} ${part}`,
    )
  const season = choose('season')
  const spent = season === null ? 0 : signsIn(wordsIn(season, occasion.village))
  return {
    season,
    people: choose('people', bothOpeners - spent),
    praise: choose('praise'),
    advice: choose('advice'),
    topic: choose('topic'),
  }
}

/** The lines that fit, without what was said lately where others are left; those made for this house or season first. */
function freshLines(
  lines: readonly Saying[],
  setting: Setting,
  said: ReadonlySet<string>,
): readonly Saying[] {
  const fitting = lines.filter(line => isFitting(line, setting))
  const fresh = fitting.filter(line => !said.has(line.id))
  const particular = fresh.filter(({ fits, terms }) => fits.length > 0 || terms.length > 0)
  return [particular, fresh, fitting].find(some => some.length > 0) ?? []
}

/** Both openers together have so many signs, that the card is taken in at a glance. */
const bothOpeners = 28

/** Those that leave room, or else the shortest of them. */
function shortLines(lines: readonly Saying[], room: number, village: string): readonly Saying[] {
  const lengthOf = (line: Saying) => signsIn(wordsIn(line, village))
  const shortest = Math.min(...lines.map(lengthOf))
  return lines.filter(line => lengthOf(line) <= Math.max(room, shortest))
}

const signsIn = (words: string): number => Array.from(words).length

/** The day decides among them; null where the catalogue has none. */
const chooseLine = (lines: readonly Saying[], visit: string): Saying | null =>
  lines[turnOf(visit) % Math.max(lines.length, 1)] ?? null

/** A number out of a text (FNV-1a, 32 bits). */
function turnOf(text: string): number {
  let turn = 0x811c9dc5
  for (const sign of text) turn = Math.imul(turn ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (turn ^ (turn >>> 15)) >>> 0
}

/** In the words of the village, with the child's name; where there is no English, the Chinese is read. */
function spoken(saying: Saying, { members, visitOn, village }: TalkOccasion): SpokenLine {
  const child = childOf(members, Number(visitOn.slice(0, 4)))
  const given = child ? namePartsOf(child.name).given : ''
  const name = given.length > 1 ? given : (child?.name ?? '')
  const zh = wordsIn(saying, village).replaceAll('{child}', name)
  return { id: saying.id, zh, en: saying.en === '' ? zh : saying.en.replaceAll('{child}', name) }
}
