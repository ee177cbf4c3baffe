import type { picture as words } from '../zh-CN/desk-picture.ts'
import { capital, numeral, several } from './numbers.ts'

/** The picture: where things stand, never who did them. */
export const picture: typeof words = {
  name: 'Picture',
  heading: 'What was heard, and where it is now',
  under: (place, until) => `${place}, to ${until}. It looks at matters, not at who handled them.`,
  places: (towns, villages) =>
    towns > 1
      ? `${capital(numeral(towns))} townships, ${several(villages, 'village')}`
      : several(villages, 'village'),
  riverSays: (heard, solved, open, lying) =>
    `${heard} needs heard, ${solved} solved in the family's own word, ${open} still open, ${lying} of them left lying`,
  few: '—',
  stages: {
    heard: 'heard',
    agreed: 'agreed',
    'in-hand': 'taken in hand',
    answered: 'answered',
    solved: 'solved, families say',
  },
  pools: {
    withdrawn: 'withdrawn',
    'not-agreed': 'not agreed',
    'no-way-yet': 'no way chosen',
    'left-lying': 'left lying',
    waiting: 'waiting',
    'in-hand': 'in hand',
    'rather-not-say': 'not said',
    awaiting: 'awaiting word',
  },
  reopened: 'Not solved, taken up again',
  stage: 'Where it is',
  count: 'Needs',
  openWhere: 'Still open: where, and of which kind',
  place: 'Place',
  age: 'Open for',
  ages: {
    'up-to-7': 'up to 7 days',
    'up-to-14': '8–14 days',
    'up-to-30': '15–30 days',
    'up-to-60': '31–60 days',
    'over-60': 'over 60 days',
  },
  leftLying: 'Left lying',
  lyingKinds: {
    'result-untold': 'A result, not told to the family',
    'no-next-step': 'No next step',
    'past-day': 'Past the day set',
  },
  promisesPastDay: 'Promises past their day',
  matters: count => several(count, 'need'),
  theirWords: 'Picked by hand, without names.',
  empty: 'Nothing has been heard yet. Wait for the first diary.',
}
