import type { diary as words } from '../zh-CN/diary.ts'
import { capital, numeral } from './numbers.ts'

const some = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? '' : `${numeral(count)} ${count === 1 ? one : many}`

/** Writing the diary; saved. */
export const diary: typeof words = {
  name: 'Diary',
  of: family => `Diary of ${family}`,
  justSaved: 'Just saved on this phone',
  saving: 'Saving',
  notSaved: 'Not stored; the words are still on the screen',
  when: (time, companion) => (companion === '' ? time : `${time}, with ${companion}`),
  mendWhen: 'Change the time and the companion',
  hint: 'Begin at the door, as you would tell it at home.',
  dictate: 'Hold the keyboard’s microphone and speak. No identity numbers here.',
  record: 'Record a note',
  justSat: 'Nothing in particular, we just sat',
  readIt: 'Written; read it',
  which: 'Which day, and with whom',
  dayOfVisit: 'Which day',
  timeOfVisit: 'What time of day',
  companion: 'With whom',
  chooseFamily: 'Which family',
  outcome: 'This time',
  outcomes: {
    held: 'We sat and talked',
    'nobody-home': 'Nobody was home',
    'another-day': 'They asked for another day',
  },
  byChance: 'Met by chance',
  keep: 'Keep it so',
  savedName: 'Saved',
  savedWhat: (family, day) => `${family}, ${day}.`,
  savedCounts: (promises, needs) =>
    `${capital(['one diary', some(promises, 'promise'), some(needs, 'need')].filter(part => part !== '').join(', '))}.`,
  savedOnlySat: 'You just sat together. Noted.',
  mirror: 'Mirror',
  mirrorNote: 'For you alone; closed, it is gone',
  nothingToMirror: 'Nothing more to say. Have a rest.',
  shut: 'Close',
  backToDiary: 'Back to the diary',
  hearts: {
    care: 'Care',
    sincerity: 'Sincerity',
    genuineness: 'Genuine',
    love: 'Love',
    responsibility: 'Duty',
  },
  hints: {
    'promise-without-day': 'Something is promised without a day. Name one, so that they can wait for it.',
    'like-the-neighbours': 'This reads like your diary of the neighbours. What is particular to this family?',
    'many-questions': count => `${String(count)} questions in a row. Ask less next time and sit longer.`,
    'no-words-of-theirs': 'All of it is in our words. What did they say themselves?',
    'need-without-step': 'A difficulty was heard and has no next step yet.',
    'told-by-themselves': 'This time they began to talk by themselves, without a string of questions.',
    'promise-has-day': day => `${day} is fixed. Has the person who is to come been told?`,
    'papers-first': 'Before you go and ask, see which papers are needed, to save them a second trip.',
    'done-there': 'What could be done there and then was done.',
    'no-advice-asked': 'The village was not asked beforehand. Ask next time.',
  },
}
