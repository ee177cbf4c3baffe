import { dayOf, type Day, type Instant } from '#domain/base/days.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { FactKey, Source, Settling } from '#domain/households/household.ts'
import type { KeptVisit } from '#domain/households/kept.ts'
import type { Channel, HouseholdAnswer, Step } from '#domain/needs/need.ts'
import { html, type Markup } from './markup.ts'
import { ended, hourOf, numbersOf } from './spoken.ts'
import type { CardWords } from './words.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const date = (on: Day, today: Day): string => {
  const { year, month, date } = numbersOf(on)
  return `${date} ${months[month - 1] ?? ''}${year === numbersOf(today).year ? '' : ` ${year}`}`
}

function partOfDay(at: Instant): string {
  const hour = hourOf(at)
  if (hour < 5) return 'night'
  if (hour < 12) return 'morning'
  if (hour < 14) return 'midday'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** Names and what people said stay as they were written, in Chinese, and are read aloud as such. */
const own = (text: string): Markup => (text === '' ? html`` : html`<span lang="zh-CN">${text}</span>`)

const sentence = (text: string): Markup => own(ended(text))

const told: Record<Channel, string> = {
  'at-the-door': 'came and told you',
  telephone: 'told you by telephone',
  relay: 'sent you word',
  card: 'wrote here',
}

const said: Record<HouseholdAnswer['says'], string> = {
  solved: 'Solved',
  'not-solved': 'Not solved',
  'rather-not-say': 'Rather not say',
}

const refusals: Partial<Record<Refusal, string>> = {
  'not-answered':
    'This matter does not wait for your word now: either you gave it and it goes on, or no result was told to you yet.',
  'answer-too-late-to-change':
    'Seven days have passed, so it cannot be changed here. By telephone it can be taken up again.',
  'unknown-need': 'There is no such matter.',
}

const facts: Record<FactKey, string> = {
  'contact-name': 'Name',
  group: 'Group',
  'household-no': 'Household number',
  'house-note': 'What the house looks like',
  telephone: 'Telephone',
  'good-times': 'When you are home',
  language: 'Language',
  hearing: 'Hearing',
  mobility: 'Walking',
  'living-at-home': 'Living at home',
  away: 'Away',
  category: 'Support you receive',
  'policy-explained': 'Policies explained',
  'leave-topic-alone': 'A topic to leave alone',
}

const sources: Record<Source, (by: string) => Markup> = {
  household: by => html`you said so, written down by ${own(by)}`,
  visitor: by => html`written down by ${own(by)} on a visit`,
  'village-cadre': by => html`the village said so, written down by ${own(by)}`,
  roster: () => html`from the roster`,
}

const settled: Record<Settling['is'], string> = {
  'in-use': 'this one is used',
  'set-aside': 'not used, kept beside',
  'left-open': 'all of them kept, none chosen',
}

const steps: Record<Step['is'], string> = {
  heard: 'Heard',
  agreed: 'Agreed to be taken forward',
  'taken-in-hand': 'Taken in hand',
  'done-on-the-spot': 'Done there and then',
  referred: 'Passed to a department',
  accepted: 'Taken on by the department',
  returned: 'Sent back by the department',
  extended: 'Given more time',
  found: 'A result is there',
  told: 'Told to you',
  solved: 'You said solved',
  'not-solved': 'You said not solved',
  'rather-not-say': 'You would rather not say',
  withdrawn: 'You no longer wanted it',
  noted: 'A note',
}

const visits: Record<KeptVisit['outcome'], string> = {
  planned: 'means to come',
  held: 'came',
  'nobody-home': 'came, nobody was home',
  'another-day': 'agreed to come another day',
}

/** Everything the household's page says in English. */
export const words: CardWords = {
  lang: 'en',
  other: { lang: 'zh-CN', name: '中文' },
  gap: ' ',
  own,
  date,
  moment: (at, today) => `${date(dayOf(at), today)}, ${partOfDay(at)}`,
  card: village => html`Contact card, ${own(village)}`,
  title: name => `Contact card of the family of ${name}`,
  greeting: name => (name === '' ? html`Good day` : html`To the family of ${own(name)}`),
  allHere: 'What you asked us to do is all here.',
  nothingHere: 'You have asked us to do nothing just now. Call whenever something comes to mind.',
  marks: {
    heard: 'Heard',
    agreed: 'Agreed',
    'in-hand': 'In hand',
    'to-tell': 'There is word',
    returned: 'Sent back',
    'not-solved': 'Not solved, goes on',
    waiting: () => 'Waiting',
    past: 'Past its day',
    answered: 'Answered. Your word?',
    solved: 'Solved',
    unconfirmed: 'You said no more',
    withdrawn: 'No longer wanted',
    promise: 'Promised to you',
  },
  heard: owner => html`${own(owner)} has heard it and will settle with you what to do.`,
  agreed: owner => html`It will be taken forward; the next step is not set yet. You can ask ${own(owner)}.`,
  inHand: owner => html`${own(owner)} sees to it.`,
  next: (what, by) => html`Next${by === null ? '' : `, by ${by}`}: ${sentence(what)}`,
  nextPast: (what, by) => html`Due by ${by}: ${sentence(what)} The day has passed and there is no word yet.`,
  noNext: 'The next step is not set yet.',
  toTell: by => html`${own(by)} will come and tell you.`,
  returned: (department, on, reason) => html`${own(department)} sent it back on ${on}: ${sentence(reason)}`,
  notSolved: (on, owner) => html`On ${on} you said it is not solved. ${own(owner)} goes on with it.`,
  offered: (department, on) => html`Passed to ${own(department)} on ${on}; we wait for them to take it on.`,
  accepted: (department, officer, due) =>
    html`${own(`${department}${officer}`)} sees to it. A result is due by ${due}.`,
  acceptedPast: (department, officer, due) =>
    html`${own(`${department}${officer}`)} sees to it. A result was due by ${due}; the day has passed and
    there is no word yet.`,
  extended: reason => html`It takes until then because: ${sentence(reason)}`,
  told: (on, by, how, result) => html`On ${on} ${own(by)} ${told[how]}: ${sentence(result)}`,
  cannotBeDone: 'As the rules stand, this cannot be done.',
  isItSolved: 'Is it solved?',
  answers: said,
  anyAnswer: 'Any answer is fine. You can change it for seven days.',
  youSaid: (on, says) => html`On ${on} you said: ${said[says]}`,
  youSaidThis: 'this is what you said',
  mayChange: until => `You can change it until ${until}`,
  change: 'Change what you said',
  withdrawn: on => html`On ${on} you said it is no longer wanted.`,
  before: 'Before',
  promises: 'Promised to you',
  promised: (giver, what, due) =>
    html`${own(giver)} promised${due === null ? '' : `, by ${due}`}: ${sentence(what)}`,
  promisedPast: 'The day has passed and it is not kept yet.',
  kept: (on, how) => html`Kept on ${on}${how === '' ? '.' : html`: ${sentence(how)}`}`,
  people: 'People you can call',
  call: 'Call',
  duty: {
    asked: 'looks after your needs',
    'team-leader': () => html`leads the team`,
    visitor: () => html`visiting team`,
    'village-cadre': () => html`village`,
    office: 'comments, erasing',
  },
  office: 'Campaign office',
  seen: 'Who has looked',
  nobodyLooked: 'Nobody has looked yet.',
  why: {
    prepare: 'to prepare a visit',
    advise: 'to say how to call on you',
    'follow-up': 'about your needs',
    look: 'to see how things stand',
  },
  someoneElse: 'looked',
  sawIt: (title, name, why) => html`${own(`${title}${name}`)}, ${why}`,
  seenBefore: count => html`${count} earlier ones are in “Read what is kept”`,
  yours: 'All this is yours',
  readKept: 'Read what is kept',
  correct: { name: 'Correct something', how: who => html`call ${own(who)} and say what is wrong` },
  decline: { name: 'No more visits, please', how: who => html`call ${own(who)} and say until when` },
  erase: { name: 'Erase everything', how: who => html`call ${own(who)} and ask for it` },
  noTelephone: 'tell whoever comes next',
  notBefore: on => html`Noted: nobody comes before ${on}.`,
  alsoByTelephone: 'No internet? Telephone and read out your code. It works the same.',
  formal: {
    name: 'You may also go the formal way',
    how: 'By letter, in person or by word of mouth. Within fifteen days you are told in writing whether it is taken up, and it is settled within sixty days, at most thirty more if it is hard. Nobody may make you suffer for it.',
    where: who => html`Ask ${own(who)} where.`,
  },
  noted: 'Noted.',
  willKnow: who => html`${own(who)} will know as soon as there is signal.`,
  notTaken: 'This was not noted',
  refusals,
  otherRefusal: 'This was not noted. Please say it again, or telephone: it counts the same.',
  whoeverHandles: owner => html`${own(owner)} goes on with it.`,
  backToCard: 'Back to our card',
  askCode: {
    title: 'Contact card',
    heading: 'See our card',
    under: 'Type the code on the back of the card. Capitals and spaces do not matter.',
    field: 'Code on the card',
    open: 'Open our card',
    wrong:
      'There is no such code. Type it once more as it is printed; if the card was renewed, the old code no longer works.',
    tooMany: 'That was too many tries. Come back in ten minutes.',
    wait: 'With the card in hand, telephone and read out the code: that works now.',
    lost: 'Card lost? Telephone for a new one; the old code then stops working.',
  },
  keptPage: {
    title: 'What is kept about us',
    under: 'It is all here, each with who said it and when it was written down.',
    facts: 'Your household',
    members: 'Your family',
    born: year => `born ${year}`,
    consents: 'What you agreed to',
    consent: (on, by, says, forWhat) =>
      html`On ${on} you said ${says} to ${own(by)}, for: ${sentence(forWhat)}`,
    visits: 'Visits',
    visit: (by, outcome) => html`${own(by)} ${visits[outcome]}`,
    stories:
      'Who visits keeps a diary: only its writer and the team leader can read it. A voice note spoken after leaving only its speaker can hear. What you say is not recorded.',
    advice: (by, until) => html`${own(by)} said how best to call on you; not used after ${until}`,
    needs: 'What you asked for, step by step',
    saidBy: who => html`said by ${own(who)}`,
    mayTell: what => html`You agreed this may be told: ${sentence(what)}`,
    keepBack: what => html`Not to be told: ${sentence(what)}`,
    step: (is, by) => html`${steps[is]} (${own(by)})`,
    promises: 'Promised to you',
    seen: 'Who has looked',
    none: 'Nothing.',
    current: 'used now',
    until: on => `until ${on}`,
    fact: key => facts[key],
    source: (source, by) => sources[source](by),
    topicToLeave: 'There is one; what it is was not written down',
    settled: (is, by, on) => html`${own(by)}, ${on}: ${settled[is]}`,
    wrong: 'If something is wrong or should not stay, a call is enough.',
    erase:
      'To have all of it erased, call the campaign office and read out the code on your card, or ask whoever visits to pass it on. Nobody asks why and nothing is held against you; what is still being done for you stops with it.',
  },
  erasedPage: {
    title: 'All of it is erased',
    erased: on => html`As you asked, everything was erased on ${on}. Nothing is kept here.`,
    stays:
      'What stays: that there was a household here, the day it was erased, and who had looked, without your name.',
    again: 'If you need something later, you can still call.',
  },
}
