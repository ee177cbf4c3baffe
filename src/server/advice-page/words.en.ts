import type { words as zh } from './words.zh-CN.ts'

/** How to come, by a link. */
export const words: typeof zh = {
  title: 'How to come',
  heading: name => `${name}, help us think`,
  under: families =>
    families === 1
      ? 'A few words are enough, each may stay empty. Two minutes.'
      : 'Family after family; a few words are enough, each may stay empty.',
  family: name => name,
  when: (date, ahead, time) => {
    const day = ahead === 0 ? 'Today' : ahead === 1 ? 'Tomorrow' : date
    return time === '' ? day : `${day}, ${time.toLowerCase()}`
  },
  comes: (when, who) => `${when}: ${who.join(' and ')} will come.`,
  said: 'You have told us about this family.',
  times: {
    morning: 'Morning',
    noon: 'Noon',
    afternoon: 'Afternoon',
    'after-work': 'After work',
    'after-supper': 'After supper',
  },
  prompts: {
    when: 'When is somebody at home?',
    address: 'How are they addressed?',
    mindful: 'Anything to mind when speaking? (hearing, walking, dialect)',
    leaveAlone: 'Is there a topic they would rather leave? Only yes or no, not which.',
    words: 'Anything else to bear in mind?',
  },
  topics: { no: 'No', yes: 'Yes', unclear: 'Not sure' },
  tell: name => `Tell ${name}`,
  promise:
    'Nobody is graded here. What you say carries your name and is erased after the visit, or after three months. This link holds for a day.',
  thanks: 'All said. Thank you.',
  thanksUnder: 'You can close this page. To add a word, telephone us.',
  after: {
    empty: 'Nothing was said yet. Say one thing, or just close the page.',
    'not-taken': 'This family was not taken: the visit is over or was changed. The others are still open.',
  },
  none: {
    wrong: 'This link does not open any more.',
    'too-many': 'Too many tries. Come back in ten minutes.',
  },
  noneUnder: 'A link holds for a day, and closes when all is said. To tell us something, telephone the team.',
}
