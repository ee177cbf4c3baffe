import type { rescue as words } from '../zh-CN/rescue.ts'
import { inSentence, several } from './numbers.ts'

const joined = (parts: readonly string[]): string => parts.filter(part => part !== '').join(', ')
const drafts = (count: number): string => (count > 0 ? several(count, 'unfinished note') : '')

/** What was not sent when a key is gone or a phone fails: where it lies, and how it gets to the office. */
export const rescue: typeof words = {
  told: sentences => sentences.join(' '),
  keyDropped: 'Ten mistakes. What was on this phone is put away; nobody can open it.',
  unsent: (changes, count) => joined([changes > 0 ? `${String(changes)} not sent` : '', drafts(count)]),
  stillHere: what =>
    `Still here, sealed: ${what}. Only the office can open it; nobody can read it on this phone.`,
  since: day => `The oldest was written ${inSentence(day)}.`,
  goesAtSignIn: 'When you sign in it is handed in first; then you choose six new digits.',
  nothingUnsent: 'Nothing was waiting and nothing is lost. Sign in, and this phone fetches everything anew.',
  forgot: waiting =>
    waiting === 0
      ? 'Sign in with your password, then choose six new digits. Unfinished diaries come back too.'
      : `Sign in with your password. What waits (${String(waiting)}) is handed in first; then you choose six new digits.`,
  back: 'Back to the digits',
  notRescued: count =>
    `The office cannot open ${several(count, 'record')} and did not take it. Save a rescue file and ask the office, or let it go knowingly.`,
  loseAndBegin: 'Let it go; choose new digits',
  came: (received, refused, count) =>
    `${joined([
      received > 0 ? `${String(received)} received` : '',
      refused > 0 ? `${String(refused)} not taken, see Me` : '',
      count > 0 ? `${drafts(count)} back` : '',
    ])}.`,
  whoIsHere: 'Who uses this phone',
  whoIsHereMeans: 'Each has digits of their own; nobody sees the notes of someone else.',
  waits: count => (count === 0 ? 'all sent' : `${String(count)} to be sent`),
  someoneNew: 'Someone else, with a password',
  revoked: name =>
    `This phone was stopped. What ${name} kept here is deleted; what was received is with the office.`,
  revokedWhy: 'The office stops phones that are lost or replaced. If this is a mistake, call the office.',
  revokedOn: 'Sign in as someone else',
  file: 'Rescue file',
  fileActs: 'Save or hand in',
  fileMeans:
    'If the phone is broken, full or cannot send, save what was not sent as a file. It is sealed and only the office can open it; hand it in from any phone where you are signed in yourself.',
  save: 'Save a rescue file',
  saved: count => `Saved, ${several(count, 'record')} in it. Keep it until it is handed in.`,
  nothingToSave: 'Nothing waits to be sent; there is nothing to save.',
  noKeyYet:
    'This phone has not reached the office yet and cannot seal. Open it once with a signal, then save.',
  handIn: 'Hand in a rescue file',
  handingIn: 'Handing in',
  handedIn: what => `Handed in: ${what}`,
  nothingIn: 'There is nothing to hand in, in this file.',
  otherDrafts: count =>
    `${several(count, 'draft')} differ on this phone; what is here stays, and the file is left as it is.`,
  someUnreadable: count =>
    `${several(count, 'record')} could not be opened. Keep the file and ask the office.`,
  refused: {
    foreign: 'This is no rescue file. Look for the one with wuxin-rescue in its name.',
    cut: 'The file is not whole; its end is missing. Copy it once more and hand it in.',
    edited: 'The file was changed and cannot be taken. Find the one nobody has touched.',
    newer: 'This file was saved by a newer app. Open this one once with a signal, so that it is new too.',
    'of-another': 'This is the rescue file of someone else. They can hand it in, signed in as themselves.',
    'no-signal': 'No signal; nothing was handed in. The file is still there.',
    'signed-out': 'Your sign-in has run out. Sign in again, then hand in this file.',
    'another-person': 'Someone else is signed in just now. Sign in again as yourself, then hand it in.',
    revoked: 'This phone was stopped and cannot hand in. Use another one.',
    'server-trouble': 'Something went wrong over there; nothing was handed in. Try again in a while.',
    'not-stored':
      'The office has it; what came back did not fit on this phone. Make room and hand it in again: nothing is taken twice.',
  },
  lockAfterHow: 'Lock when not touched for',
  minutes: minutes => several(minutes, 'minute'),
  lockMeans:
    'Drafts are saved before it locks. While the conversation card lies in front of you it stays open; put the phone away and it locks.',
}
