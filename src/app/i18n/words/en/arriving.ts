import type { arriving as words } from '../zh-CN/arriving.ts'

/** Beside what is written about people: how to come well, instead of a word that labels them. */
export const arriving: typeof words = {
  points: word => `“${word}” labels people. How to come would help more.`,
  instead: 'For instance:',
  examples: {
    'old-matter': [
      '“An old matter is not settled there. Listen first; do not ask.”',
      '“The land upsets him. Let him raise it, hear him out, then the rest.”',
    ],
    manner: [
      '“He says little to strangers. Sit a while first.”',
      '“He likes to be heard to the end. Bring time; do not cut in.”',
    ],
    work: [
      '“His back is bad. Ask what craft he knows.”',
      '“He mostly sleeps by day. Come when it gets dark.”',
    ],
    health: ['“Speak slowly, one thing at a time.”', '“Tell his sister first and go together.”'],
    watched: [
      '“He still waits for our answer. Begin with that.”',
      '“Many people make him uneasy. Go as one or two.”',
    ],
  },
}
