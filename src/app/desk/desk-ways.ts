import type { Role } from '#domain/base/people.ts'

/** The places at the desk. */
export type Way =
  | 'picture'
  | 'needs'
  | 'leftLying'
  | 'roster'
  | 'policies'
  | 'talk'
  | 'formal'
  | 'cards'
  | 'teams'
  | 'devices'
  | 'openings'
  | 'erasing'
  | 'sealed'
  | 'queue'
  | 'inHand'
  | 'answered'

/** Where each place is: addresses that can be copied and sent. */
export const addresses: Readonly<Record<Way, string>> = {
  picture: '/desk/picture',
  needs: '/desk/needs',
  leftLying: '/desk/left-lying',
  roster: '/desk/roster',
  policies: '/desk/policies',
  talk: '/desk/talk',
  formal: '/desk/formal',
  cards: '/desk/cards',
  teams: '/desk/teams',
  devices: '/desk/devices',
  openings: '/desk/openings',
  erasing: '/desk/erasing',
  sealed: '/desk/sealed',
  queue: '/desk/queue',
  inHand: '/desk/in-hand',
  answered: '/desk/answered',
}

/** The places each role has at the desk, in groups; none for those whose work is on the phone. */
export const waysOf = (role: Role): readonly (readonly Way[])[] => ways[role]

const ways: Readonly<Record<Role, readonly (readonly Way[])[]>> = {
  office: [
    ['picture'],
    ['roster', 'cards', 'teams', 'devices'],
    ['policies', 'talk', 'formal'],
    ['erasing', 'sealed'],
  ],
  'team-leader': [
    ['picture', 'needs', 'leftLying'],
    ['cards', 'devices'],
  ],
  'department-officer': [['queue', 'inHand', 'answered']],
  'privacy-officer': [['openings', 'erasing', 'sealed']],
  visitor: [],
  'village-cadre': [],
  household: [],
}
