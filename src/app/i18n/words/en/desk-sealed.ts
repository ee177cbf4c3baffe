import type { sealedDesk as words } from '../zh-CN/desk-sealed.ts'

/** Complaints about a person, opened by two. */
export const sealedDesk: typeof words = {
  name: 'Sealed letters',
  heading: 'Sealed letters',
  under:
    'Who wrote them is not known here. Two people open a letter, each with a passphrase of their own; who opened what and when stands here and cannot be changed.',
  notAsked: 'You have not been asked to open letters.',
  none: 'No letters.',
  chainBroken: 'The record of who opened what has a break: open nothing more until it is explained.',
  openers: 'Who opens together',
  phonesMay: 'phones may write now',
  phonesWait: 'phones may write once two have made a passphrase',
  noKeyYet: 'no passphrase yet',
  hasKey: 'passphrase made',
  askSomebody: 'Ask somebody to open with you',
  choose: 'Choose',
  askNote:
    'A letter is opened by two, one of them the privacy officer. Three are safer: if a letter is about one of them, two are left.',
  nameThem: 'Ask them',
  makeKey: 'Make a passphrase for opening',
  makeKeyNote:
    'Known to you alone, and not the one you sign in with. If it is forgotten nobody can bring it back, and the letters sent to you stay closed: write it down, seal it in an envelope and lock it away.',
  passphrase: 'Passphrase, at least ten characters',
  again: 'Once more',
  tooShort: 'Too short: at least ten characters. A sentence you remember will do.',
  differs: 'The two differ.',
  make: 'Make it',
  cameOn: day => `Came on ${day}`,
  answeredOn: (day, until) => `answered on ${day}; kept until ${until}, then erased`,
  twoOf: (others, me) => `Opened by ${me} with ${others.join(', ')}`,
  acts: { turned: 'turned the key', read: 'read it', answered: 'answered', resealed: 'sealed it anew' },
  turnAsk: 'Your passphrase',
  turn: 'Turn my key',
  waitsForOther: 'Your key is turned; the other one is still to come.',
  readAsk: 'Your passphrase',
  read: 'Open it',
  slip: code => `Signs on the slip ${code}`,
  answerAsk: 'Answer the family',
  answerNote: 'The answer is sealed as well; only who holds the slip reads it.',
  answer: 'Answer',
  answered: 'Answered. Whoever holds the slip can ask.',
  forgotten: 'I have forgotten my passphrase',
  forgottenMeans:
    'Nobody can bring a forgotten passphrase back. Make another: later letters reach you as before; of those sealed to the old one your half is wiped. A letter others can open may be sealed anew to you by who opens it.',
  wouldBe: (still, closes) =>
    [
      still === 0 ? '' : `Of the letters that have come, others can still open ${String(still)}. `,
      closes === 0
        ? ''
        : `${String(closes)} nobody can open any more: they are wiped; whoever asks with the slip is told so and asked to send it again. What two can still open together, open first.`,
    ].join('') || 'No letter is lost by it.',
  tryAgain: 'Think again',
  makeAnother: 'Make another passphrase',
  takeAway: 'Ask them no more',
  takeAwayWho: name => `Ask ${name} no more`,
  takeAwayMeans: name => `Later letters are not sealed to ${name}; the halves sealed to them are wiped.`,
  leaveSo: 'Leave it',
  closed: count =>
    `${String(count)} that nobody can open any more: the words are wiped, and the slips say so plainly.`,
  sealAnew: 'Seal it anew to those who open now',
  sealAnewNote:
    'They hold no half of this letter. Whoever it is about, leave out. After it two turn their keys again.',
  sealAnewAct: 'Seal anew',
  refusals: {
    'wrong-passphrase': 'That is not the passphrase.',
    unreadable: 'This letter cannot be opened: it was damaged on its way, or somebody changed it.',
  },
}
