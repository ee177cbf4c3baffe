import type { talk as words } from '../zh-CN/talk.ts'

/** The conversation card, and what stands behind it. */
export const talk: typeof words = {
  name: 'A family talk',
  darker: 'Darker',
  lighter: 'Lighter',
  tellFirst: 'Tell first',
  open: 'Begin',
  praise: 'Praise',
  askAdvice: 'Ask',
  leave: 'Leave',
  topicToLeave: 'One topic not to raise.',
  beforePromising: 'Before promising anything',
  oldAccounts: 'They speak of old accounts',
  promising: {
    heading: 'Before promising anything',
    sayInstead: 'If unsure, say',
    instead: 'I will find out and come back to you, on a day I name now.',
    few: 'Promise little, and keep it.',
  },
  old: {
    name: 'They speak of old accounts',
    hush: ['Listen', 'No questions', 'No verdict', 'No promise'],
    ask: 'What would you like us to do today?',
    once: 'When they have finished, ask only this.',
    onlyHeard: 'Only to be heard',
    onlyHeardMeans: 'Listening is enough. Nothing is kept here, not even a tally.',
    present: 'There is a difficulty now',
    presentMeans: 'It becomes an ordinary need; what can be done today is begun today.',
    formal: 'They want the formal way',
    formalMeans:
      'Say where, how many days, and that nobody may make it hard for them; help write it in their own words and read it back.',
    person: 'It is about a person',
    personMeans: 'Sealed on its way, past that person and past the village.',
    nothingKept: 'Old accounts are not written here, nor taken along.',
  },
  tellResult: words => `${words}: there is an answer.`,
  ways: {
    onlyHeard: 'Listening is enough. Nothing was kept here.',
    backToTalk: 'Back to the talk',
    presentHeading: 'A difficulty now',
    presentAsk: 'Write what is difficult now, in their words. Nothing of old years.',
    presentHint: 'The bank behind the house has slipped; rain may come in',
    presentKeep: 'Note this need',
    presentKept: 'Noted as an ordinary need.',
  },
}
