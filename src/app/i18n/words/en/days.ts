import { type Day, daysBetween } from '#domain/base/days.ts'
import { nextSolarTerm, type SolarTerm } from '../../almanac.ts'
import { clockOf, partsOf, weekdayOf, weeksAhead } from '../../calendar.ts'
import type { days as words } from '../zh-CN/days.ts'
import { capital, numeral, several } from './numbers.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const TERMS: Record<SolarTerm, string> = {
  xiaohan: 'Minor Cold',
  dahan: 'Major Cold',
  lichun: 'Start of Spring',
  yushui: 'Rain Water',
  jingzhe: 'Awakening of Insects',
  chunfen: 'Spring Equinox',
  qingming: 'Clear and Bright',
  guyu: 'Grain Rain',
  lixia: 'Start of Summer',
  xiaoman: 'Grain Buds',
  mangzhong: 'Grain in Ear',
  xiazhi: 'Summer Solstice',
  xiaoshu: 'Minor Heat',
  dashu: 'Major Heat',
  liqiu: 'Start of Autumn',
  chushu: 'End of Heat',
  bailu: 'White Dew',
  qiufen: 'Autumn Equinox',
  hanlu: 'Cold Dew',
  shuangjiang: 'Frost',
  lidong: 'Start of Winter',
  xiaoxue: 'Minor Snow',
  daxue: 'Major Snow',
  dongzhi: 'Winter Solstice',
}

const month = (on: Day): string => MONTHS[partsOf(on).month - 1] ?? ''

const date = (on: Day): string => `${String(partsOf(on).date)} ${month(on)}`

const dateIn = (on: Day, today: Day): string =>
  partsOf(on).year === partsOf(today).year ? date(on) : `${date(on)} ${String(partsOf(on).year)}`

const weekday = (on: Day): string => WEEKDAYS[weekdayOf(on)] ?? ''

const NEAR: Readonly<Record<number, string>> = { [-1]: 'Yesterday', 0: 'Today', 1: 'Tomorrow' }

/** Days and times as they are said in English. */
export const days: typeof words = {
  quick: { tomorrow: 'Tomorrow', 'next-wednesday': 'Next Wednesday', 'month-end': 'End of the month' },
  anotherDay: 'Another day',
  day: (on, today) => NEAR[daysBetween(today, on)] ?? dateIn(on, today),
  date: dateIn,
  weekday,
  dateAndWeekday: on => `${weekday(on)} ${date(on)}`,
  withWeekday: (on, today) => {
    const weeks = weeksAhead(on, today)
    const week = weeks === 0 ? 'this week' : weeks === 1 ? 'next week' : weeks === -1 ? 'last week' : ''
    return `${weekday(on)} ${dateIn(on, today)}${week === '' ? '' : ` (${week})`}`
  },
  by: (on, today) => `by ${dateIn(on, today)}`,
  until: (on, today) => `to ${dateIn(on, today)}`,
  month: on => `${month(on)} ${String(partsOf(on).year)}`,
  ago: minutes => {
    if (minutes < 1) return 'just now'
    if (minutes < 60) return `${several(Math.floor(minutes), 'minute')} ago`
    if (minutes < 1440) return `${several(Math.floor(minutes / 60), 'hour')} ago`
    return `${several(Math.floor(minutes / 1440), 'day')} ago`
  },
  clock: instant => clockOf(instant),
  farmersDay: on => {
    const { term, inDays } = nextSolarTerm(on)
    if (inDays === 0) return `${TERMS[term]} begins today`
    return `${capital(numeral(inDays))} ${inDays === 1 ? 'day' : 'days'} to ${TERMS[term]}`
  },
  length: count => several(count, 'day'),
}
