import type { deskNeeds as words } from '../zh-CN/desk-needs.ts'
import { several } from './numbers.ts'

/** Needs at the desk: by village, kind and state, never by person. */
export const deskNeeds: typeof words = {
  name: 'Needs',
  heading: 'Open needs',
  under: count => `${several(count, 'need')}; nobody's work is counted here`,
  columns: {
    need: 'Need',
    village: 'Village',
    category: 'Kind',
    state: 'State',
    since: 'Heard on',
    due: 'Due',
    owner: 'Owner',
  },
  none: 'No need is open.',
  filters: { all: 'All', open: 'Open', waiting: 'Waiting', answered: 'Awaiting their word', closed: 'Ended' },
  supervise: 'Write to supervise',
}
