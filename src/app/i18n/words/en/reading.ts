import type { reading as words } from '../zh-CN/reading.ts'
import { capital, numeral, several } from './numbers.ts'

/** Reading the diary */
export const reading: typeof words = {
  name: 'Reading the diary',
  left: 'Not this',
  leftToSee: count => (count === 0 ? 'All seen' : `${String(count)} still to see`),
  found: count =>
    `${capital(numeral(count))} ${count === 1 ? 'thing' : 'things'} found, read on this phone. Only what you touch counts.`,
  foundNothing: 'Nothing found to keep. Add something yourself, or save it as it is.',
  take: 'Take it',
  mend: 'Mend',
  leave: 'Not this',
  undo: 'Undo',
  taken: 'Taken',
  kindThen: kind => `${kind},`,
  saidGood: 'They said so',
  saidNotYet: 'Not yet',
  keepAll: 'Save',
  keepRest: 'Save; the rest can wait',
  addOne: 'Add one yourself',
  kinds: {
    need: 'A need',
    'open-need': 'The matter from last time',
    'done-there': 'Done there and then',
    promise: 'Your promise',
    answer: 'Result told',
    question: 'A policy question',
    fact: 'A fact',
    telephone: 'Telephone',
  },
  promiseBy: (day, words) => `By ${day}: ${words}`,
  promiseNoDay: words => `${words} (no day named yet)`,
  sameAsKept: value => `${value}, the same as kept.`,
  mendHeading: 'Mend it',
  inWords: 'In a sentence',
  whichKind: 'What it is',
  byWhen: 'By which day',
  keepMended: 'Mended; take it',
  identityNumber: `${several(1, 'number')} looked like an identity number and was not taken.`,
}
