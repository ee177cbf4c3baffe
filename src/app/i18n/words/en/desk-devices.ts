import type { devices as words } from '../zh-CN/desk-devices.ts'
import { inSentence, several } from './numbers.ts'

/** Phones: whether what was written on them arrives, and what to do when one is lost. */
export const devices: typeof words = {
  name: 'Phones',
  heading: 'Has what was written arrived?',
  under: 'Those that need a hand come first. This shows whether words arrive, not who did how much.',
  none: 'No phone has been here yet. They appear once a visitor has signed in.',
  noneAsks: 'None needs a hand; everything has arrived.',
  filters: { all: 'All', asks: 'Need a hand' },
  columns: {
    who: 'Whose',
    synced: 'Last got through',
    waits: 'Still waiting',
    standing: 'Needs a hand?',
    act: 'Lost phone',
  },
  noTeam: 'In no team',
  knownFrom: day => `In use since ${day}`,
  waits: (count, since) => `${several(count, 'entry', 'entries')}${since === '' ? '' : `, since ${since}`}`,
  waitsNone: 'Nothing',
  waitsUnknown: 'Not known',
  standings: {
    'not-stored': 'The phone is full; something was not stored',
    'for-review': count => `${several(count, 'entry', 'entries')} not taken in; the owner should look`,
    'waits-long': 'Waiting for over a day: is there a signal?',
    waits: 'The signal was lost; it goes on when it is back',
    'old-app': app => (app === '' ? 'Old app: reload it when online' : `App ${app}: reload it when online`),
    well: 'All well',
    revoked: day => `Revoked ${inSentence(day)}`,
  },
  act: 'This phone is lost',
  actFor: name => `This phone of ${name} is lost`,
  sheet: {
    heading: name => `The phone of ${name} is lost`,
    onIt: 'What is on it',
    onItMeans: 'Cannot be opened without the PIN of its owner. At its next contact it is refused and wiped.',
    onItOld: 'Cannot be opened without the PIN of its owner. At its next contact it is refused.',
    received: 'What was received',
    receivedMeans: 'All safe. It is there after signing in on another phone.',
    unsent: 'What was not sent',
    stop: 'Revoke this phone',
    keep: 'Not now',
    noWayBack: 'This cannot be undone. If the phone is found, it signs in as a new one.',
  },
  lost: (count, since) =>
    `${several(count, 'entry', 'entries')}${since === '' ? '' : `, since ${inSentence(since)},`} ${count === 1 ? 'was' : 'were'} not sent and ${count === 1 ? 'is' : 'are'} lost with the phone.`,
  lostNone: 'Nothing was waiting when it last got through.',
  lostUnknown: 'Its app is old and never said whether anything was waiting.',
  lostAfter: day =>
    `It last got through ${inSentence(day)}. Anything written after that cannot be seen here and is lost too.`,
  rescue: {
    heading: 'A rescue file of your own',
    means:
      'If your phone is broken or cannot send and you saved a rescue file, hand it in here, signed in as yourself. The file of someone else is not taken. Nothing of it stays on this machine.',
    received: count => `${String(count)} received.`,
    keepFile: (refused, drafts) =>
      `${[
        refused > 0 ? `${String(refused)} not taken` : '',
        drafts > 0 ? several(drafts, 'unfinished note') : '',
      ]
        .filter(part => part !== '')
        .join(
          ', ',
        )}: not kept here. Keep the file; hand it in again under Me on your new phone and they come back. Nothing is taken twice.`,
  },
  stopped: name => `Revoked. ${name} can go on by signing in on another phone.`,
}
