import type { advice as words } from '../zh-CN/advice.ts'

/** How to come: the village cadre's own page. */
export const advice: typeof words = {
  name: 'How to come',
  heading: name => `${name}, help us think`,
  ask: (who, when, families) =>
    `${when} ${who} will visit ${families}. How should they come? A few words are enough; two minutes.`,
  said: 'Said',
  whenAtHome: 'When is somebody at home?',
  whenShort: 'When',
  howToCall: 'How are they addressed?',
  howToCallShort: 'Address',
  howToSpeak: 'Anything to mind when speaking? (hearing, walking, dialect)',
  howToSpeakShort: 'Speaking',
  knows: 'Which policies may they not know of?',
  knowsShort: 'Unknown',
  topic: 'Is there a topic they would rather leave? Only yes or no, not which.',
  topicShort: 'Topic',
  topics: { no: 'No', yes: 'Yes', unknown: 'Not sure' },
  anythingElse: 'Anything else to bear in mind?',
  hint: 'A sentence, or nothing',
  about: 'About this family',
  promise: 'Nobody is graded here. What you say carries your name and expires after three months.',
  byTelephone: 'Say it by phone',
  tell: name => `Tell ${name}`,
  thanks: name => `Noted; ${name} can read it. Thank you.`,
  toldByTelephone: name => `${name} said it on the phone; I write it down`,
  nobodyAsks: 'Nobody is asking you just now.',
  hisWords: 'In their words, a sentence or two',
}
