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
  answeredOn: day => `answered on ${day}`,
  twoOf: (others, me) => `Opened by ${me} with ${others.join(', ')}`,
  acts: { turned: 'turned the key', read: 'read it', answered: 'answered' },
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
  refusals: {
    'wrong-passphrase': 'That is not the passphrase.',
    unreadable: 'This letter cannot be opened: it was damaged on its way, or somebody changed it.',
  },
}
