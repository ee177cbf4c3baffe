/**
 * Every word with which a change can be refused, with what it means. The sentence a person reads is made
 * on the screen, in their language, from this word (`app/i18n/words/…/refusals.ts`).
 */
export const refusals = {
  'broken-change': 'The change does not have the shape its kind asks for, or its kind is not known here.',
  'diary-too-long': 'The story is longer than 20,000 characters.',
  'unknown-household': 'No household of this id is in this village.',
  'household-exists': 'A household of this id is in this village already.',
  'household-erased': 'The household asked to be erased; nothing more is written about it.',
  'outside-grants': 'The actor had no task in this village, for this matter, on the day it happened.',
  'not-your-act': 'The act belongs to another role (an officer accepts, a household answers).',
  'depends-on-refused': 'The change builds on one that was refused [S4].',
  'day-in-future': 'A thing that is told as having happened bears a day that has not come.',
  'day-is-past': 'A day to come was asked for (a plan, a promise), and the day given has passed.',
  'unknown-visit': 'No visit of this id is known in this household.',
  'visit-exists': 'A visit of this id is known already.',
  'visit-over': 'The visit was recorded already.',
  'unknown-fact': 'Nobody said this of this household.',
  'no-difference': 'There are no two different words about it to settle.',
  'fact-over': 'The chosen word held until a day that has passed.',
  'advice-standing': 'The advice still holds, or what followed from it is not as it is said to be [H2].',
  'advice-over': 'What was said for a visit is over, and its words are gone [H2].',
  'before-agreed-day': 'The household asked not to be visited before a day that has not come.',
  'purpose-missing': 'A planned visit says what it is for [H4].',
  'empty-words': 'Words were asked for and none were given.',
  'unknown-need': 'No need of this id is known in this household.',
  'need-exists': 'A need of this id is known already.',
  'not-heard': 'Only a need that was heard and not yet agreed can be agreed.',
  'not-agreed': 'The household has not yet agreed that this be taken forward.',
  'not-in-hand': 'The need is not in hand.',
  'not-open': 'The need is no longer open.',
  'already-answered': 'The result was told to the household already.',
  'not-answered': 'The household is asked only after a result was told to it [H12].',
  'no-result-yet': 'There is no result to tell yet.',
  'answer-needs-second-ear': 'Who did the work may not alone hear that it is solved [H12].',
  'relay-not-named': 'An answer by a relay person names that person and the relation.',
  'answer-too-late-to-change': 'An answer can be changed for seven days.',
  'no-referral': 'The need is not with a department.',
  'referral-not-offered': 'The referral was accepted or returned already.',
  'referral-not-accepted': 'Only an accepted referral can be extended or answered.',
  'reason-missing': 'A return, an extension or a refusal says why.',
  'limit-missing': 'A day is asked for.',
  'extension-not-later': 'An extension ends later than what it extends.',
  'unknown-promise': 'No promise of this id is known in this household.',
  'promise-exists': 'A promise of this id is known already.',
  'promise-over': 'The promise was kept or released already.',
} as const

export type Refusal = keyof typeof refusals

export const isRefusal = (word: string): word is Refusal => Object.hasOwn(refusals, word)
