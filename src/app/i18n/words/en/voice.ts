import type { voice as words } from '../zh-CN/voice.ts'

/** Voice notes. */
export const voice: typeof words = {
  heading: 'Record a note',
  ownWords: 'After you have left, in your own words. Never record the family.',
  kept: (minutes, days) => [
    `At most ${String(minutes)} minutes, kept second by second.`,
    'Only you can hear it; the team leader cannot.',
    `It is erased with the family, and after ${String(days)} days.`,
  ],
  begin: 'Start speaking',
  stop: 'Said it',
  clock: seconds => `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`,
  left: seconds => `Kept on this phone; ${String(seconds)} seconds left`,
  cannot: {
    'not-allowed':
      "The phone did not allow the microphone. Allow it in the phone's settings, or write instead; the keyboard's own microphone works too.",
    'no-microphone': 'No microphone was found. Writing works too.',
    'not-able': "This browser cannot record. Write it down, or hold the keyboard's microphone and speak.",
    full: 'The phone is full and cannot record. Delete some photographs and come back, or write it down.',
  },
  fullMeanwhile: 'The phone is full, and the recording ended here. What was said before is kept.',
  list: 'Voice notes',
  lasts: seconds => `Voice, ${String(seconds)} s`,
  hear: seconds => `Listen, ${String(seconds)} seconds`,
  silence: 'Stop',
  playing: 'Playing',
  cannotHear: 'Cannot be played now; try again with a signal',
  drop: seconds => `Delete this voice note, ${String(seconds)} seconds`,
  dropIt: 'Delete',
  letGone: 'Deleted when you leave this page',
  stands: {
    here: 'On this phone',
    received: 'Received',
    declined: 'Not taken in; on this phone only',
    far: 'Can be heard with a signal',
  },
  beside:
    'A line beside it helps: what is to be done for them. A voice note is not turned into text, and is not read.',
  keepVoice: 'Keep the voice note; save this visit',
  savedVoice: count => (count === 1 ? 'One voice note. Noted.' : `${String(count)} voice notes. Noted.`),
  onlyYou: 'Only you can hear your voice notes.',
  leftVoice: 'There is a voice note; let go, it is deleted as well.',
}
