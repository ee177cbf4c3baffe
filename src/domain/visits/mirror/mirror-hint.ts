import type { Quoted } from '#domain/reading/finding.ts'

/** The five hearts: 细心, 诚心, 真心, 爱心, 责任心. */
export type Heart = 'care' | 'sincerity' | 'genuineness' | 'love' | 'responsibility'

/**
 * What the mirror may say. The sentence is made on the screen.
 *
 * - `words-that-grade` (care): a word grades the family (不配合); what did they themselves say?
 * - `family-unheard` (care): the story tells what we did, not one thing they said.
 * - `many-questions` (sincerity): question upon question in the home.
 * - `they-opened-up` (sincerity): they began of themselves; well met.
 * - `like-another-diary` (genuineness): reads like another diary of mine; what is particular to this family?
 * - `need-without-next-step` (genuineness): a need stands there and nobody does anything yet.
 * - `papers-first` (love): before asking, see which papers are wanted, so that they walk once.
 * - `done-at-once` (love): what could be done was done there and then.
 * - `promise-without-day` (responsibility): a promise without a day.
 * - `day-is-set` (responsibility): the day is set; has the one who is to come been told?
 * - `old-matter-dug` (responsibility): an old matter was asked about.
 * - `old-matter-promised` (responsibility): something was promised about an old matter.
 */
export type HintCode =
  | 'words-that-grade'
  | 'family-unheard'
  | 'many-questions'
  | 'they-opened-up'
  | 'like-another-diary'
  | 'need-without-next-step'
  | 'papers-first'
  | 'done-at-once'
  | 'promise-without-day'
  | 'day-is-set'
  | 'old-matter-dug'
  | 'old-matter-promised'

/** One gentle hint with the words of the diary it refers to; `words` is null where it refers to the whole. */
export type MirrorHint = { readonly heart: Heart; readonly code: HintCode; readonly words: Quoted | null }
