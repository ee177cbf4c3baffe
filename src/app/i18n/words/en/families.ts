import type { families as words } from '../zh-CN/families.ts'
import { several } from './numbers.ts'

/** Families */
export const families: typeof words = {
  name: 'Families',
  village: (town, groups, households) =>
    `${town}: ${several(groups, 'group')}, ${several(households, 'family', 'families')}`,
  find: 'Find a family',
  hint: 'Name, nickname, wst, pond…',
  group: (households, place) =>
    [several(households, 'family', 'families'), place].filter(part => part !== '').join(', '),
  groupName: group => group.replace(/^(\d+)组?$/, 'Group $1'),
  groupLetter: group => (/^\d+组?$/.test(group) ? group.replace('组', '') : group.slice(0, 1)),
  ungrouped: 'No group written',
  goOn: (day, time) => `visit ${day.replace(/^T/, 't')} ${time.toLowerCase()}`.trimEnd(),
  inHand: count => `${String(count)} in hand`,
  lying: count => `${String(count)} left lying`,
  heard: count => `${String(count)} heard`,
  waitingForWord: 'Awaiting word',
  notBefore: day => `Not before ${day}`,
  solved: 'Solved',
  notSolved: 'Not solved',
  none: 'This village has no roster yet. Ask the office to take one in.',
  notFound: 'Not found. Try a nickname, or what is by the door.',
  otherVillage: 'Another village',
  notYours: "This family is not in your team's villages and cannot be opened.",
  plan: 'Plan a visit',
  place: (group, note) => [group, note].filter(part => part !== '').join(', '),
  nameless: 'A family without a name',
  counts: (groups, households) =>
    [groups === 0 ? '' : several(groups, 'group'), several(households, 'family', 'families')]
      .filter(part => part !== '')
      .join(', '),
  choose: 'Which family',
  chooseUnder: 'Met by chance, or visited without a plan: find them here.',
  going: (note, going) => [note, going].filter(part => part !== '').join(', '),
}
