import type { today as words } from '../zh-CN/today.ts'
import { capital, numeral, several } from './numbers.ts'

const familiesOn = (count: number, when: string): string =>
  `${capital(numeral(count))} ${count === 1 ? 'family' : 'families'} ${when}`

/** Today */
export const today: typeof words = {
  name: 'Today',
  goTomorrow: count => familiesOn(count, 'tomorrow'),
  goToday: count => familiesOn(count, 'today'),
  goOn: (day, count) => familiesOn(count, `on ${day}`),
  together: companion => `with ${companion}`,
  alone: 'alone',
  promised: 'Promised',
  toTell: 'There is a result; the family has not been told',
  twoWords: 'Two words on one thing',
  wordsDiffer: (family, fact) => `${family}: ${fact}`,
  teamPlan: 'Whom the team visits these days',
  advice: 'Ask the village first',
  byChance: 'Met someone by chance? Note it',
  nobodyTomorrow: 'No family is planned for tomorrow. A day of rest is fine.',
  nothingPromised: 'No promise is open.',
  unfinishedDiary: family => `Your diary of ${family} is half written`,
  plan: 'Plan a visit',
  times: {
    morning: 'Morning',
    noon: 'Noon',
    afternoon: 'Afternoon',
    'after-work': 'After work',
    'after-supper': 'After supper',
    sunday: 'Sunday',
    anytime: 'Any time',
  },
  ready: 'Ready',
  reasons: {
    'advice-missing': 'Nobody has asked the village yet',
    'purpose-missing': 'No purpose written yet',
    'promise-unanswered': day => `Promise of ${day}: no answer yet`,
    'result-untold': 'There is a result they have not been told',
    'companion-missing': 'No companion agreed yet',
    'do-not-visit': day => `They asked for no visit before ${day}`,
  },
  lying: days => `Left ${several(days, 'day')}, no next step`,
  nextWeek: 'The days after',
  beforeToday: 'Not noted yet',
  beforeTodayNote: 'If you went, note it',
  oweWord: (family, words) => `${family}: ${words}`,
  noDay: 'no day',
  chooseFamily: 'Choose a family',
  planning: {
    heading: family => `Plan a visit to ${family}`,
    when: 'Which day',
    time: 'When is somebody at home',
    purpose: 'What for',
    purposeHint: "One sentence: bring them the town's answer",
    companion: 'With whom',
    companionHint: 'Leave empty if alone',
    keep: 'Keep this plan',
    notBefore: day => `They asked for no visit before ${day}.`,
  },
  dayAndTime: (day, time) => (time === '' ? day : `${day} ${time.toLowerCase()}`),
}
