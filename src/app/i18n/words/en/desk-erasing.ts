import type { erasing as words } from '../zh-CN/desk-erasing.ts'
import { several } from './numbers.ts'

/** Erasing: what a family asked for is carried out. */
export const erasing: typeof words = {
  name: 'Erasing',
  heading: 'A family asks to be erased',
  under:
    'Only the family’s own word counts, and nobody asks why. Find it by the code on its card, or by its village and the number of a matter. It cannot be found by name.',
  byCard: 'The code on its card',
  byCardHint: 'Sixteen letters and digits, read out to you',
  or: 'The card is lost: by a matter the family asked for',
  village: 'Code of the village',
  villageHint: 'Twelve digits',
  number: 'Number of the matter',
  numberHint: 'The team leader sees it under Matters',
  find: 'Find the family',
  finding: 'Looking',
  looked:
    'Finding a family counts as looking at it: your name stands in the record, and the family can read it.',
  house: (place, house) => [place, house].filter(part => part !== '').join(', '),
  goes: 'Gone after this',
  goesMeans:
    'What is known of the household and its members, what it agreed to, visits and diaries, what it asked for, promises, and words that were not taken. From phones it goes the next time they get through.',
  stops: (needs, promises) =>
    `What is not finished stops with it: ${[
      needs > 0 ? several(needs, 'matter') : '',
      promises > 0 ? several(promises, 'promise') : '',
    ]
      .filter(part => part !== '')
      .join(', ')}. Tell the family first.`,
  stopsNone: 'Nothing is still being done for it.',
  stays: 'What stays',
  staysMeans:
    'That there was a household and the day it was erased; who had looked; how many entries there were, without their words. The name of the family is in none of it.',
  cannot: 'Out of reach',
  cannotMeans:
    'Earlier backups, exported tables, paper, and what other families said of it. After an old backup is used, it has to be erased again.',
  askedOn: 'The day it asked',
  channel: 'How it asked',
  channels: { 'at-the-door': 'In person', telephone: 'By telephone', 'in-writing': 'In writing' },
  erase: family => `Erase all of ${family}, as it asked`,
  noWayBack: 'There is no way back.',
  another: 'Not this family; look again',
  erased: on => `Erased on ${on}. With the code on its card the family can see that nothing is kept.`,
  already: on => `This family was erased on ${on}; nothing of it is here.`,
  next: 'Another family',
}
