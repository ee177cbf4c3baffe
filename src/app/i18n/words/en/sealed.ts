import type { sealed as words } from '../zh-CN/sealed.ts'

/** A complaint about a person: sealed on the phone, opened by two. */
export const sealed: typeof words = {
  heading: 'It is about a person',
  howItGoes:
    'Once written it is sealed. Two people open it together, each with a passphrase of their own. The village, the team and the person it is about see nothing of it; once sealed, this phone cannot read it either.',
  opener: (name, role) => `${name}, ${role}`,
  roles: { 'privacy-officer': 'privacy officer', office: 'campaign office' },
  leaveOut: 'It is about them',
  leftOut: 'Not for them',
  leaveOutMeans: 'If it is about one of these, touch the name’s button: that person cannot open this letter.',
  aboutOneOfTwo: 'If it is about one of these two, do not write it here; take the way below.',
  ask: 'In their words: who, what happened, what they ask for.',
  blank: 'It need not bear a name. For an answer, say how to find them.',
  keptNowhere: 'Until it is sealed it is kept nowhere; leave this page and it is gone.',
  seal: 'Seal it',
  notSealed:
    'Not sealed; the words are still on the screen. If the phone is full, delete a few pictures and seal again.',
  sealed: 'Sealed',
  copyIt: 'Let the family copy these sixteen signs on paper. They are shown this once.',
  slip: [
    'With a signal it goes by itself; nothing more is to be done.',
    'To ask whether it arrived and how it stands: open this campaign’s address with /r after it and type the sixteen signs; or read them to the privacy officer by telephone.',
    'Do not write on the paper what it is about. If it cannot be found after ten days it did not arrive: please write again.',
  ],
  copied: 'Copied',
  nobodyYet:
    'It is not settled here yet which two people open letters, so do not write one. The family can take the way below.',
  elsewhere: 'They can also go themselves',
}
