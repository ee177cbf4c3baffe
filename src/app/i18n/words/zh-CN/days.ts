import { type Day, daysBetween } from '#domain/base/days.ts'
import { lunarDay, nextSolarTerm, type SolarTerm } from '../../almanac.ts'
import { clockOf, partsOf, type QuickDay, weekdayOf, weeksAhead } from '../../calendar.ts'
import { counted, numeral } from './numbers.ts'

const WEEKDAYS = '日一二三四五六'

const TERMS: Record<SolarTerm, string> = {
  xiaohan: '小寒',
  dahan: '大寒',
  lichun: '立春',
  yushui: '雨水',
  jingzhe: '惊蛰',
  chunfen: '春分',
  qingming: '清明',
  guyu: '谷雨',
  lixia: '立夏',
  xiaoman: '小满',
  mangzhong: '芒种',
  xiazhi: '夏至',
  xiaoshu: '小暑',
  dashu: '大暑',
  liqiu: '立秋',
  chushu: '处暑',
  bailu: '白露',
  qiufen: '秋分',
  hanlu: '寒露',
  shuangjiang: '霜降',
  lidong: '立冬',
  xiaoxue: '小雪',
  daxue: '大雪',
  dongzhi: '冬至',
}

const date = (on: Day): string => {
  const { month, date } = partsOf(on)
  return `${String(month)}月${String(date)}日`
}

const dateIn = (on: Day, today: Day): string =>
  partsOf(on).year === partsOf(today).year ? date(on) : `${String(partsOf(on).year)}年${date(on)}`

const weekdayLetter = (on: Day): string => WEEKDAYS[weekdayOf(on)] ?? ''

const NEAR: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

/** 初一, 十五, 廿九, 三十. */
const lunarDate = (day: number): string => {
  if (day <= 10) return `初${numeral(day)}`
  if (day < 20) return numeral(day)
  if (day === 20 || day === 30) return numeral(day)
  return `廿${numeral(day - 20)}`
}

const termAhead = (on: Day): string => {
  const { term, inDays } = nextSolarTerm(on)
  if (inDays === 0) return `今天${TERMS[term]}`
  return inDays === 1 ? `明天${TERMS[term]}` : `再过${inDays === 2 ? '两' : numeral(inDays)}天${TERMS[term]}`
}

const quick: Record<QuickDay, string> = { tomorrow: '明天', 'next-wednesday': '下周三', 'month-end': '月底' }

/** Days and times as they are said. `today` is the host's (Asia/Shanghai). */
export const days = {
  quick,
  anotherDay: '挑一天',
  /** 今天, 明天, 4月22日; another year is named. */
  day: (on: Day, today: Day): string => NEAR[daysBetween(today, on)] ?? dateIn(on, today),
  /** 4月22日, whatever today is. */
  date: dateIn,
  /** 星期四 */
  weekday: (on: Day): string => `星期${weekdayLetter(on)}`,
  /** 4月16日 星期四 */
  dateAndWeekday: (on: Day): string => `${date(on)} 星期${weekdayLetter(on)}`,
  /** 4月22日（下周三） */
  withWeekday: (on: Day, today: Day): string => {
    const weeks = weeksAhead(on, today)
    const week = weeks === 0 ? '这周' : weeks === 1 ? '下周' : weeks === -1 ? '上周' : '星期'
    return `${dateIn(on, today)}（${week}${weekdayLetter(on)}）`
  },
  /** 4月22日前 */
  by: (on: Day, today: Day): string => `${dateIn(on, today)}前`,
  /** 到 6月30日 */
  until: (on: Day, today: Day): string => `到\u2009${dateIn(on, today)}`,
  /** 2024年11月 */
  month: (on: Day): string => `${String(partsOf(on).year)}年${String(partsOf(on).month)}月`,
  /** 刚才, 5 分钟前, 2 小时前, 3 天前 */
  ago: (minutes: number): string => {
    if (minutes < 1) return '刚才'
    if (minutes < 60) return counted`${Math.floor(minutes)}分钟前`
    if (minutes < 1440) return counted`${Math.floor(minutes / 60)}小时前`
    return counted`${Math.floor(minutes / 1440)}天前`
  },
  /** 15:20, in the host's time */
  clock: (instant: string): string => clockOf(instant),
  /** 农历二月廿九，再过四天谷雨 */
  farmersDay: (on: Day): string => {
    const lunar = lunarDay(on)
    return lunar === undefined
      ? termAhead(on)
      : `农历${lunar.month}${lunarDate(lunar.date)}，${termAhead(on)}`
  },
  /** 3 天 */
  length: (count: number): string => counted`${count}天`,
}
