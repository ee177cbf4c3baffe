import type { deskNeeds as words } from '../zh-CN/desk-needs.ts'
import { several } from './numbers.ts'

/** Needs at the desk: by village, kind and state, never by person. */
export const deskNeeds: typeof words = {
  name: 'Needs',
  headings: {
    open: 'Open needs',
    waiting: 'Needs that wait',
    answered: 'Awaiting the family’s word',
    closed: 'Needs that ended',
    all: 'Needs heard',
  },
  toTell: 'A result, not yet told',
  waitingFor: (who, day) => (day === '' ? `Waiting for ${who}` : `Waiting for ${who}, to ${day}`),
  under: count => `${several(count, 'need')}; nobody's work is counted here`,
  columns: {
    need: 'Need',
    family: 'Family',
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
