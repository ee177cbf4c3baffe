import { counted, some } from './numbers.ts'

/** 今天 */
export const today = {
  name: '今天',
  goTomorrow: (count: number): string => `明天去${some(count)}家`,
  goToday: (count: number): string => `今天去${some(count)}家`,
  goOn: (day: string, count: number): string => `${day}去${some(count)}家`,
  together: (companion: string): string => `和${companion}同去`,
  alone: '一个人去',
  promised: '答应过的',
  toTell: '有结果，还没讲给家里',
  twoWords: '两个说法',
  wordsDiffer: (family: string, fact: string): string => `${family}：${fact}`,
  teamPlan: '队里这几天去谁家',
  advice: '先问问村里',
  byChance: '路上碰见谁、临时去的，记一笔',
  nobodyTomorrow: '明天没安排去谁家。歇一天也好。',
  nothingPromised: '没有答应了没办的。',
  unfinishedDiary: (family: string): string => `${family}的日记写了一半`,
  plan: '安排去谁家',
  /** Times of a day as families name them. */
  times: {
    morning: '上午',
    noon: '中午',
    afternoon: '下午',
    'after-work': '收工后',
    'after-supper': '晚饭后',
    sunday: '礼拜天',
    anytime: '几时都行',
  },
  ready: '备好了',
  /** Why a visit is not ready yet. */
  reasons: {
    'advice-missing': '还没问过村里',
    'purpose-missing': '还没写去做什么',
    'promise-unanswered': (day: string): string => `${day}答应的事还没下文`,
    'result-untold': '有结果，还没讲给他家听',
    'companion-missing': '还没说好和谁同去',
    'do-not-visit': (day: string): string => `他家说${day}以后再去`,
  },
  lying: (days: number): string => counted`搁着${days}天，没有下一步`,
  nextWeek: '往后几天',
  /** Of a day gone by: 去过了没有？记一笔。 */
  beforeToday: '还没记下的',
  beforeTodayNote: '去过了就记一笔',
  oweWord: (family: string, words: string): string => `${family}：${words}`,
  noDay: '没定日子',
  chooseFamily: '去农户里挑一家',
  planning: {
    heading: (family: string): string => `安排去${family}`,
    when: '哪一天去',
    time: '什么时候家里有人',
    purpose: '去做什么',
    purposeHint: '一句话，比如：把镇里的答复讲给他家听',
    companion: '和谁同去',
    companionHint: '一个人去就空着',
    keep: '就这么定',
    notBefore: (day: string): string => `他家说${day}以后再去，早了不去。`,
  },
  /** 明天晚饭后; the day alone where no time was named. */
  dayAndTime: (day: string, time: string): string => day + time,
}
