import { addDays, asDay, parseDay, weekdayOf } from '#domain/base/days.ts'
import type { Day } from '#domain/base/days.ts'
import { numberOf, numeral } from './numerals.ts'
import { pattern, words } from './pattern.ts'

type Match = RegExpExecArray
type Rule = { readonly words: RegExp; readonly day: (found: Match, visitedOn: Day) => Day | null }

const week = '(?:周|星期|礼拜)'
const weekdays = '[一二三四五六日天末1-6]'

/**
 * How people name a day, the more precise first. A deadline resolves to its last day: 月底 is the last day of the
 * month, 月初 the 5th, 两三天内 three days on.
 */
const rules: readonly Rule[] = [
  { words: /大后天|外后天/u, day: (_, day) => addDays(day, 3) },
  { words: /后天|后日|后儿/u, day: (_, day) => addDays(day, 2) },
  { words: /明天|明日|明早|明儿|明朝|明晚|明上午|明下午/u, day: (_, day) => addDays(day, 1) },
  { words: /今天(?=.{0,3}(?:晚|下午|就|之?内|天黑))|今晚|今儿晚|当天|今日内/u, day: (_, day) => day },
  {
    words: new RegExp(`下下个?${week}(${weekdays})`, 'u'),
    day: (found, day) => weekdayLater(day, found[1], 2),
  },
  {
    words: new RegExp(`下个?${week}(${weekdays})`, 'u'),
    day: (found, day) => weekdayLater(day, found[1], 1),
  },
  {
    words: new RegExp(`(?<!上个?|每个?|逢)${week}(${weekdays})(?!天(?:内|之内|以内))`, 'u'),
    day: nextWeekday,
  },
  { words: new RegExp(`(${numeral})月份?(${numeral})[号日]?`, 'u'), day: dayOfMonth },
  { words: /(?<![\d.])(\d{1,2})[./](\d{1,2})(?![\d.])(?=前|之前|以前|来|送|回|办|左右)/u, day: dayOfMonth },
  {
    words: new RegExp(`(?:下个?月|次月)(${numeral})[号日]`, 'u'),
    day: (found, day) => inMonth(day, 1, numberOf(found[1] ?? '')),
  },
  {
    words: new RegExp(
      words`
    (?<!月份?|\d)(${numeral})[号日](?![楼线门院机井车码棚田路桩杆])(?!那天|来的|去的|召|之?内|以内|之?后|以后)
  `,
      'u',
    ),
    day: dayAhead,
  },
  { words: /(?:下个?月|次月)(?:底|末)/u, day: (_, day) => endOfMonth(day, 1) },
  { words: /(?:下个?月|次月)初/u, day: (_, day) => inMonth(day, 1, 5) },
  { words: /(?:下个?月|次月)(?:中旬?|半)/u, day: (_, day) => inMonth(day, 1, 15) },
  { words: new RegExp(`(${numeral})月份?(底|末|初|中旬?)`, 'u'), day: partOfMonth },
  { words: /(?:这个?|本|当)?月[底末]/u, day: (_, day) => endOfMonth(day, 0) },
  { words: /(?:这个?|本)月(?:之?内|以内|里|(?=给|把|就|办|我))/u, day: (_, day) => endOfMonth(day, 0) },
  {
    words: new RegExp(`(?:本|这个?|当)月(${numeral})[号日]`, 'u'),
    day: (found, day) => inMonth(day, 0, numberOf(found[1] ?? '')),
  },
  { words: /下个?(?:周|星期|礼拜)(?:之内|以内|内|末)/u, day: (_, day) => weekdayLater(day, '日', 1) },
  {
    words: /(?:这个?|本)?(?:周末|(?<=这个?|本)(?:周|星期|礼拜)(?:之内|以内|内))/u,
    day: (_, day) => weekdayLater(day, '日', 0),
  },
  { words: /年底|年末/u, day: (_, day) => asDay(`${day.slice(0, 4)}-12-31`) },
  {
    words: new RegExp(
      words`
    (?:${numeral}[到至、])?(${numeral})个?(?:天|日)(?:之内|以内|内|之后|后|以后|过后|里头|左右|就|给|我|(?:把|能)?(?:修|装|换|办|弄|出结果|答复|送))
  `,
      'u',
    ),
    day: daysOn,
  },
  { words: new RegExp(`(?:过|再过|等)(?![两二]天)(${numeral})天`, 'u'), day: daysOn },
  {
    words: new RegExp(`(${numeral}|半)个?(?:星期|礼拜|周)(?:之内|以内|内|之后|后|以后|里头)`, 'u'),
    day: weeksOn,
  },
  { words: /半个?月(?:之内|以内|内|之后|后|以后|里头)/u, day: (_, day) => addDays(day, 15) },
  { words: new RegExp(`(${numeral})个月(?:之内|以内|内|之后|后|以后)`, 'u'), day: monthsOn },
]

/**
 * The day a promise's words name, seen from the day of the visit; null when they name none. 今天打电话，这周内来扶:
 * what is done today only begins it, so a later day named after it holds.
 */
export function promiseDay(words: string, visitedOn: Day): Day | null {
  const named = rules.flatMap(rule => {
    const found = rule.words.exec(words)
    const day = found && !covered(words, found) ? rule.day(found, visitedOn) : null
    return found && day ? [{ at: found.index, day }] : []
  })
  const [first, ...later] = named.toSorted((one, other) => one.at - other.at)
  const ahead = first?.day === visitedOn ? later.find(one => one.day > visitedOn) : undefined
  return (ahead ?? first)?.day ?? null
}

/** Where the first day named in the words stands, a vague one included, when it stands in the first few signs. */
export function dayAtHead(words: string): { readonly start: number; readonly end: number } | null {
  const found = [...rules.map(rule => rule.words), soon]
    .map(pattern => pattern.exec(words))
    .filter(one => one !== null && one.index <= 10)
    .sort((one, other) => (one?.index ?? 0) - (other?.index ?? 0))[0]
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

const soon = pattern`
    (?:定|批|有|查|问)(?:了|下来|到)?(?:结果|消息|信|日子)?(?:了)?就(?:通知|告诉|回|来|打|上门)|(?:配件|
    材料|货|水泥|机子|零件|批文|证)(?:一?到(?:了|货)?|下来).{0,2}就
  `

/** Whether some way of naming a day stands in the words, a vague one included. */
export const namesDay = (words: string): boolean =>
  rules.some(rule => rule.words.test(words)) || vague.test(words)

const vague = pattern`
    开春|改天|改日|过几天|这几天|这两天|下回|下次|过阵子|回头|过两天|年[前后]|节[前后]|过了年|下周|
    下个?星期|下个?礼拜|下个?月|月初|(?:清明|五一|端午|中秋|国庆|元旦|春节|元宵|立春|谷雨|芒种|立秋|
    霜降|冬至|秋收|春耕|割[麦谷]|采茶|雨季|汛期|开学|放假|过年|腊月|正月).{0,2}(?:之?前|之?后|过后|以前|
    以后|里|就)|往后|以后每|从.{1,4}起
  `

/** 上周三 and 去年三月底 look back. */
const covered = (words: string, found: Match): boolean =>
  /(?:上个?|去年|前年|上|那年)$/u.test(words.slice(0, found.index))

const weekdayNumber = (sign: string | undefined): number => {
  if (sign === undefined) return 7
  return '一二三四五六'.indexOf(sign) + 1 || Number(sign) || 7
}

function weekdayLater(day: Day, sign: string | undefined, weeks: number): Day {
  return addDays(day, weeks * 7 + weekdayNumber(sign) - weekdayOf(day))
}

function nextWeekday(found: Match, day: Day): Day {
  const ahead = (weekdayNumber(found[1]) - weekdayOf(day) + 7) % 7
  return addDays(day, ahead === 0 ? 7 : ahead)
}

function dayOfMonth(found: Match, day: Day): Day | null {
  const [month, date] = [numberOf(found[1] ?? ''), numberOf(found[2] ?? '')]
  if (month === null || date === null) return null
  const year = Number(day.slice(0, 4))
  const sameYear = dayFrom(year, month, date)
  return sameYear && sameYear < day ? dayFrom(year + 1, month, date) : sameYear
}

function partOfMonth(found: Match, day: Day): Day | null {
  const month = numberOf(found[1] ?? '')
  if (month === null || month < 1 || month > 12) return null
  const ahead = (month - Number(day.slice(5, 7)) + 12) % 12
  if (found[2] === '初') return inMonth(day, ahead, 5)
  return found[2]?.startsWith('中') ? inMonth(day, ahead, 15) : endOfMonth(day, ahead)
}

function dayAhead(found: Match, day: Day): Day | null {
  const date = numberOf(found[1] ?? '')
  const here = inMonth(day, 0, date)
  return here && here >= day ? here : inMonth(day, 1, date)
}

function daysOn(found: Match, day: Day): Day | null {
  const count = numberOf(found[1] ?? '')
  return count === null ? null : addDays(day, count)
}

function weeksOn(found: Match, day: Day): Day | null {
  const count = numberOf(found[1] ?? '')
  return count === null ? null : addDays(day, count * 7)
}

function monthsOn(found: Match, day: Day): Day | null {
  const count = numberOf(found[1] ?? '')
  if (count === null) return null
  return inMonth(day, count, Number(day.slice(8))) ?? endOfMonth(day, count)
}

function inMonth(day: Day, ahead: number, date: number | null): Day | null {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + ahead
  return date === null ? null : dayFrom(Math.floor(months / 12), (months % 12) + 1, date)
}

const endOfMonth = (day: Day, ahead: number): Day | null => {
  const firstAfter = inMonth(day, ahead + 1, 1)
  return firstAfter && addDays(firstAfter, -1)
}

const dayFrom = (year: number, month: number, date: number): Day | null =>
  parseDay([String(year), twoFigures(month), twoFigures(date)].join('-'))

const twoFigures = (count: number): string => String(count).padStart(2, '0')
