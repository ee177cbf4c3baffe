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
    questions: ['Is this mine to promise?', 'By which day can it be done?', 'If it cannot, can I say why?'],
    sayInstead: 'If unsure, say',
    instead: 'I will find out and come back to you, on a day I name now.',
    few: 'Promise little, and keep it.',
  },
  old: {
    name: 'They speak of old accounts',
    hush: ['Listen', 'Do not question', 'Do not judge', 'Do not promise'],
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
    personMeans: 'Sent sealed, past that person and past the village.',
    nothingKept: 'Old accounts are not written here, nor taken along.',
  },
  openers: {
    spring: 'Are this year’s seedlings in?',
    summer: 'Do you get some rest in this heat at noon?',
    autumn: 'How is the harvest this year?',
    winter: 'Is the firewood in for the winter?',
    children: 'How are the children doing at school?',
    away: 'When will those who work away be back?',
    alone: 'How have you been eating and sleeping?',
  },
  praises: {
    yard: 'The yard is kept so well.',
    garden: 'The garden is a pleasure to see.',
    children: 'The children are so well mannered.',
    house: 'The house is kept so neat.',
  },
  seeking: {
    crops: 'When would you sow the maize this year?',
    village: 'What would you do first in this village?',
    old: 'You have seen much; tell us.',
  },
}
