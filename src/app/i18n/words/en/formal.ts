import type { formal as words } from '../zh-CN/formal.ts'

/** The formal channel: rights, days, places; the family's own words, read back and printed. */
export const formal: typeof words = {
  heading: 'They want the formal way',
  under: 'Read it to them slowly.',
  rights: 'Their rights',
  limits: 'When there is an answer',
  places: 'Where to go',
  spokenToo: 'spoken is taken too',
  toBeChecked: 'A sample: check it for this place',
  call: number => `Call ${number}`,
  write: 'Write it in their words',
  writeOn: 'Write on',
  ownWords: 'In their own words',
  guide:
    'Three things to think of: who, what happened, what they ask for. No form; as it is said, so it is written.',
  blank: 'As they say it.',
  onThisPhone: 'on this phone only',
  readBack: 'Done: read it back',
  isItSo: 'Read it to them: is it so?',
  readAloud: 'Read it out',
  stopReading: 'Stop',
  noVoice: 'This phone has no voice of its own: read it to them yourself.',
  print: 'Print',
  afterPrint:
    'They sign it on paper. The paper is theirs; we keep none. When it is done, wipe it from the phone.',
  wipe: 'Wipe it here',
  wiped: 'Wiped. It is no longer on this phone.',
  follow: 'They ask us to follow it',
  followNote:
    'Noted only if the family asks us to. Only what they agree to; the team sees it, the village cadre does not.',
  mayTell: 'What they let us say',
  mayTellNothing: 'Raised a matter the formal way; please ask until there is an answer',
  keepFollowing: 'Note it and follow',
  followed: 'Noted; we ask until there is an answer.',
  nextStep: 'Ask whether it was taken, and whether the paper came',
  paper: {
    heading: 'A matter raised',
    byHand: ['Signed', 'Address', 'Telephone'],
    rights:
      'Written word within 15 days whether it is taken; settled within 60 days (30 more at most). Nobody may retaliate. Regulations on Petitions, Art 18, 22, 23, 34, 46.',
  },
}
