import { lunarDateOf, lunarWords } from '#domain/base/calendar/lunar-date.ts'
import { nextTerm } from '#domain/base/calendar/solar-terms.ts'
import type { SolarTerm } from '#domain/base/calendar/solar-terms.ts'
import type { Day } from '#domain/base/days.ts'
import { addressOf, namePartsOf } from './address.ts'
import type { Address, TalkMember } from './address.ts'
import { childOf, isFitting, settingOf } from './fits.ts'
import type { Setting } from './fits.ts'
import { mannersFor } from './manner.ts'
import type { Manner } from './manner.ts'
import { peopleOpeners } from './people-openers.ts'
import { advices, praises } from './praise.ts'
import { seasonOpeners } from './season-openers.ts'
import type { TalkLine } from './talk-line.ts'
import type { TalkOccasion } from './talk-occasion.ts'

/** A line ready to be read, in both languages. */
export type SpokenLine = { readonly id: string; readonly zh: string; readonly en: string }

/** The conversation card (拉家常): something to glance at, nothing to fill in [H7]. */
export type Talk = {
  readonly addresses: readonly Address[]
  readonly manners: readonly Manner[]
  readonly openers: readonly SpokenLine[]
  readonly praise: SpokenLine
  readonly advice: SpokenLine
  readonly leaveAlone: SpokenLine | null
  readonly season: Season
}

/** 农历 and the next solar term, where the farm calendar of the day is known. */
export type Season = {
  readonly lunar: string | null
  readonly next: { readonly term: SolarTerm; readonly inDays: number } | null
}

/**
 * Composes the card for one visit. The same occasion gives the same card; another visit gives another one, and what
 * was said on `lastTalkOn` is not said again where there is a choice. Never more than three questions on a card.
 */
export function composeTalk(occasion: TalkOccasion): Talk {
  const said = occasion.lastTalkOn === undefined ? new Set<string>() : saidOn(occasion, occasion.lastTalkOn)
  const lines = chooseLines(occasion, said)
  const next = nextTerm(occasion.visitOn)
  const lunar = lunarDateOf(occasion.visitOn)
  return {
    addresses: addressesFor(occasion),
    manners: mannersFor(occasion.knownFacts),
    ...lines,
    leaveAlone: occasion.leaveAlone ? leaveAloneLine : null,
    season: { lunar: lunar && lunarWords(lunar), next: next && { term: next.term, inDays: next.inDays } },
  }
}

const leaveAloneLine: SpokenLine = {
  id: 'leave-alone',
  zh: '有个话题不主动提。他们自己说起，就听着。',
  en: 'There is a topic not to raise. If they bring it up, listen.',
}

type Chosen = Pick<Talk, 'openers' | 'praise' | 'advice'>

function saidOn(occasion: TalkOccasion, lastTalkOn: Day): ReadonlySet<string> {
  const { openers, praise, advice } = chooseLines({ ...occasion, visitOn: lastTalkOn }, new Set())
  return new Set([...openers, praise, advice].map(line => line.id))
}

function chooseLines(occasion: TalkOccasion, said: ReadonlySet<string>): Chosen {
  const setting = settingOf(occasion)
  const choose = (lines: readonly TalkLine[], slot: string) =>
    spoken(
      chooseLine(freshLines(lines, setting, said), `${occasion.seed} ${occasion.visitOn} ${slot}`),
      occasion,
    )
  return {
    openers: [choose(seasonOpeners, 'season'), choose(peopleOpeners, 'people')],
    praise: choose(praises, 'praise'),
    advice: choose(advices, 'advice'),
  }
}

/** The lines that fit, without what was said last time where others are left. */
function freshLines(
  lines: readonly TalkLine[],
  setting: Setting,
  said: ReadonlySet<string>,
): readonly TalkLine[] {
  const fitting = lines.filter(line => isFitting(line, setting))
  const fresh = fitting.filter(line => !said.has(line.id))
  return fresh.length > 0 ? fresh : fitting
}

/** Prefers lines made for this house or season over those for any door; the visit decides among them. */
function chooseLine(lines: readonly TalkLine[], visit: string): TalkLine {
  const particular = lines.filter(line => line.fits ?? line.terms)
  const from = particular.length > 0 ? particular : lines
  return from[turnOf(visit) % from.length] ?? anyDoor
}

const anyDoor: TalkLine = {
  id: 'good-day',
  zh: '今天天气好，来看看您。',
  en: 'A fine day; I came to see you.',
}

/** A number out of a text (FNV-1a, 32 bits). */
function turnOf(text: string): number {
  let turn = 0x811c9dc5
  for (const sign of text) turn = Math.imul(turn ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (turn ^ (turn >>> 15)) >>> 0
}

function spoken({ id, zh, en }: TalkLine, { members, visitOn }: TalkOccasion): SpokenLine {
  const child = childOf(members, Number(visitOn.slice(0, 4)))
  const given = child ? namePartsOf(child.name).given : ''
  const name = given.length > 1 ? given : (child?.name ?? '')
  return { id, zh: zh.replaceAll('{child}', name), en: en.replaceAll('{child}', name) }
}

/** The head and the other grown-ups, at most three; a spouse's gender follows from the head's. */
function addressesFor({ headName, members, visitOn, custom }: TalkOccasion): readonly Address[] {
  const year = Number(visitOn.slice(0, 4))
  const head = members.find(one => one.name === headName) ?? {
    name: headName,
    relation: '户主',
    birthYear: null,
  }
  const grown = members.filter(one => one !== head && one.birthYear !== null && year - one.birthYear >= 18)
  return [head, ...grown].slice(0, 3).map(one => addressOf(withGender(one, head, members), year, custom))
}

function withGender(one: TalkMember, head: TalkMember, members: readonly TalkMember[]): TalkMember {
  if (one.gender) return one
  const spouse = members.find(({ relation }) => /配偶|妻|丈夫|老伴/u.test(relation))
  if (one === head && spouse?.gender) return { ...one, gender: spouse.gender === 'male' ? 'female' : 'male' }
  if (one === head && spouse && /妻/u.test(spouse.relation)) return { ...one, gender: 'male' }
  if (one === spouse && head.gender && /配偶|老伴/u.test(one.relation))
    return { ...one, gender: head.gender === 'male' ? 'female' : 'male' }
  return one
}
