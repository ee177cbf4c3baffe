import type { unlock as words } from '../zh-CN/unlock.ts'
import { capital, numeral, several } from './numbers.ts'

/** Opening the phone's own copy: six digits. */
export const unlock: typeof words = {
  name: 'Open',
  ask: digits => `${capital(numeral(digits))} digits to open`,
  typed: count => `${several(count, 'digit')} typed`,
  keys: 'Digits',
  forgot: 'Forgot',
  typeAnew: 'Again',
  erase: 'Erase one',
  wrong: 'Not right. Try again.',
  wait: minutes => `Too many tries; wait ${several(minutes, 'minute')}.`,
  opening: 'Opening',
  choose: 'Choose six digits to open what is on this phone',
  chooseAgain: 'Once more',
  notSame: 'The two differ. Start again.',
  chosen: 'Chosen. The digits are only on this phone.',
  tooPlain: 'Those are easily guessed; choose others.',
  waiting: count => `${String(count)} to be sent; locked, they stay and are not lost.`,
  withPasskey: 'Open with finger or face',
  waitSeconds: seconds =>
    seconds < 60
      ? `Not right; wait ${several(seconds, 'second')}.`
      : `Not right; wait ${several(Math.ceil(seconds / 60), 'minute')}.`,
  signInFirst: 'Ten mistakes. Sign in with your password first, then these digits. Nothing is lost.',
  passkey: {
    row: 'Finger or face',
    add: 'Add',
    added: 'Opens it too',
    means: 'Once added, your finger or face opens it as well as the six digits. Neither leaves this phone.',
    pinFirst: 'The six digits once more',
    asking: 'The phone will ask you',
    notAdded: 'Not added. The phone said no, or it cannot give such a key. The six digits work as before.',
    notNow: 'Not now',
    addedMeans:
      'Your finger or face opens what is on this phone too. If the phone knows the finger of someone else, they can open it as well.',
    drop: 'Take it away; digits only',
  },
  noRoom: 'This phone is full and cannot open. Make room (photos, videos), then try again. Nothing is lost.',
  another: 'Someone else uses this phone',
  chooseNote: 'Only on this phone; nobody can look it up. Not a birthday, please.',
}
