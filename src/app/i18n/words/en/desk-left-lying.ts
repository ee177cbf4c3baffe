import type { leftLying as words } from '../zh-CN/desk-left-lying.ts'
import { several } from './numbers.ts'

/** Left lying: things to be picked up; never who let them lie [H13]. */
export const leftLying: typeof words = {
  name: 'Left lying',
  heading: 'Left lying',
  under: count => `${several(count, 'matter')}. Pick them up; nobody asks who laid them down.`,
  none: 'Nothing is left lying.',
  kinds: {
    'result-untold': 'A result, not told to the family',
    'no-next-step': 'No next step',
    'past-day': 'Past the day set',
  },
  days: days => `Left ${several(days, 'day')}`,
  columns: {
    what: 'Matter',
    family: 'Family',
    village: 'Village',
    why: 'How it lies',
    since: 'Since',
    days: 'For how long',
  },
  nextStep: 'Set a next step and a day',
  ask: 'Ask whether help is wanted',
}
