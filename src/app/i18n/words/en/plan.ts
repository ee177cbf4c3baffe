import type { plan as words } from '../zh-CN/plan.ts'

/** The days to come: the team's plan, and what helps to plan well. */
export const plan: typeof words = {
  name: 'The team these days',
  heading: 'No family is called on twice',
  under: 'In order of when they are home, by group and neighbour.',
  empty: 'Nobody is planned for these days.',
  goes: who => `${who} will go`,
  also: (who, day) => `${who} has planned ${day} too. Agree on one visit.`,
  homeAt: {
    village: time => `The village says: home ${time.toLowerCase()}`,
    family: time => `They are home ${time.toLowerCase()}`,
    season: time => `In this season mostly home ${time.toLowerCase()}`,
  },
  companion: 'With whom',
  others: 'Somebody else',
  again: (day, time) => `Nobody home: again ${day}, ${time.toLowerCase()}`,
  againKept: day => `Noted; again ${day}.`,
  orJust: 'Or only note it',
  askAgain: 'Go again',
  unready: reasons => `When they went, not ready yet: ${reasons}`,
}
