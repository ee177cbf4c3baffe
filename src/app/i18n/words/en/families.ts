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
  groupName: group => (/^\d+$/.test(group) ? `Group ${group}` : group),
  groupLetter: group => (/^\d+$/.test(group) ? group : group.slice(0, 1)),
  ungrouped: 'No group written',
  goOn: (day, time) => `visit ${day} ${time}`,
  inHand: count => `${String(count)} in hand`,
  lying: count => `${String(count)} left lying`,
  heard: count => `${String(count)} heard`,
  waitingForWord: 'Their word is awaited',
  notBefore: day => `Not before ${day}`,
  solved: 'Solved',
  notSolved: 'Not solved',
  none: 'This village has no roster yet. Ask the office to take one in.',
  notFound: 'Not found. Try a nickname, or what is by the door.',
  otherVillage: 'Another village',
  notYours: 'This family is not in your team’s villages and cannot be opened.',
  plan: 'Plan a visit',
}
