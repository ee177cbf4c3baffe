import type { sync as words } from '../zh-CN/sync.ts'
import { days } from './days.ts'
import { several } from './numbers.ts'

/** The one line that says where things are, and what is said when they do not move. */
export const sync: typeof words = {
  received: 'All received',
  signInAgain: count => `${String(count)} to be sent; please sign in again`,
  waiting: (count, oldestMinutes) => `${String(count)} to be sent, oldest ${days.ago(oldestMinutes)}`,
  sending: left => `Sending, ${String(left)} to go`,
  offline: 'No signal. What you wrote is on this phone',
  savedHere: 'On this phone; goes out when there is a signal',
  refused: count => `${String(count)} not taken, see why`,
  notStored: 'The phone is full; the last words were not stored',
  notStoredLong:
    'The phone is full and the last words were not stored. Delete a few photographs and write again; the words are still on the screen.',
  willRetry: 'Not sent; it will try again by itself. Everything is on this phone.',
  kept: 'This was not taken. Every word is kept.',
  justSaved: 'Just saved on this phone',
  fetching: (of, got) =>
    `Fetching the village roster: ${String(got)} of ${several(of, 'family', 'families')}.`,
  fetchingFirst: 'Fetching the village roster; the families will be here.',
  fetchingVillages: (of, got) => `Fetching the rosters: ${String(got)} of ${several(of, 'village')}`,
  part: ({ got, of }) => `; the next: ${String(got)} of ${several(of, 'part')}`,
  coming: (got, of) =>
    `${String(got)} KB${of === null ? '' : ` of ${String(of)} KB`} of what is on its way. If the line is cut it goes on from there.`,
  olderServer: count => `${String(count)} to be sent; waiting for the server to be updated`,
  locked: count => `${String(count)} to be sent; locked, they stay and are not lost.`,
  sendNow: 'Send now',
  pull: 'Pull to ask for news',
  letGo: 'Let go to ask',
  asking: 'Asking',
  differs: 'This phone and the office differ; fetching again. What waits to be sent is kept.',
  signedOut: 'You have been away a while. Sign in again and what waits will go on.',
  forgotten: "This village is no longer your team's; this phone has forgotten it.",
  mendAndSend: 'Mend and send',
  hand: 'Hand to a colleague',
  discard: 'I know; let it go',
  needs: 'This one waits until the one before it is taken.',
}
