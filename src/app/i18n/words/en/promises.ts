import type { promises as words } from '../zh-CN/promises.ts'
import { several } from './numbers.ts'

/** Promises: few, with a day, kept or told why not [H20]. */
export const promises: typeof words = {
  name: 'Promised',
  none: 'No promise is open.',
  words: 'The words of the promise',
  by: 'By which day',
  mayI: 'May I promise this?',
  kept: 'Kept',
  extend: 'Later, and say why',
  reasonTold: 'The reason, as told to the family',
  newDay: 'The new day',
  lying: days => `left ${several(days, 'day')}`,
  dayMissing: 'No day named yet.',
  earlierThanToday: 'The day of the promise is earlier than today.',
  keep: 'Note this promise',
  giver: name => `Promised by ${name}`,
  ofFamily: family => `Promised to ${family}`,
  due: day => `By ${day}`,
  howKept: 'How it was kept',
  howKeptHint: 'Told in person; they know',
  keepKept: 'Kept; note it',
  keepExtended: 'Move to this day',
  reasonHint: 'The water station is in another village this week; they were told',
}
