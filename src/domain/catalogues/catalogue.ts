import type { Instant } from '../base/days.ts'
import type { PersonNamed } from '../base/people.ts'

/**
 * Content the office can edit: shipped with the program as labelled samples, kept by version once the office has
 * changed it, read offline on every phone. A new one is a name here, its kind in `all-catalogues.ts`, and nothing else.
 */
export const catalogueNames = ['policies', 'formal-channel', 'talk'] as const
export type CatalogueName = (typeof catalogueNames)[number]

export const isCatalogueName = (word: string): word is CatalogueName =>
  catalogueNames.some(name => name === word)

/** One catalogue's kind: what ships with the program, and how what the office writes is read. */
export type CatalogueKind<Body = unknown> = {
  readonly shipped: Body
  readonly read: (body: unknown) => CatalogueRead<Body>
}

export type CatalogueRead<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problems: readonly CatalogueProblem[] }

/** What is wrong with a catalogue, said so that a person finds the place. The sentence is made on the screen. */
export type CatalogueProblem = {
  /** Which line, counted from 1; null where it is the catalogue as a whole. */
  readonly line: number | null
  /** What the line is called, where it says so. */
  readonly title: string
  /** Which field of the line; empty where it is the line as a whole. */
  readonly field: string
  readonly because: CatalogueFault
  /** The words it is about, where it is about some. */
  readonly part?: string
  /** Where in the field, counted in letters from 1. */
  readonly at?: number
}

/** Every word for what can be wrong with a catalogue. */
export const catalogueFaults = {
  'not-a-list': 'The catalogue is a list of lines.',
  'too-many-lines': 'There are more lines than a catalogue holds.',
  missing: 'The field is empty.',
  'too-long': 'The field is longer than it may be.',
  'not-a-day': 'There is no such day.',
  'unknown-field': 'A line of this catalogue has no such field.',
  'wrong-shape': 'The field is written in another form than it has.',
  twice: 'Another line bears the same name.',
  'cannot-read': 'The expression breaks off or has a letter where none is expected.',
  'not-a-fact': 'The expression asks for something that is not kept of a household.',
  'not-one-of-its-words': 'The fact never has this word.',
  'not-a-call': 'The expression calls something that no expression has.',
  'not-yes-or-no': 'The expression answers with something else than yes or no.',
  'does-not-go-together': 'The expression compares or joins what cannot be compared or joined.',
  'several-questions': 'More than one thing is asked in one line: a list of questions is no talk [H7].',
  'asks-for-facts': 'It asks what a form asks: numbers, papers, income, health, marriage [H7].',
  'form-word': 'It has a word of forms and counters [H7].',
  'raises-trouble': 'It digs for trouble; what weighs on people they say themselves [H7] [H19].',
  'labels-people': 'It has a word that labels people [H10].',
  slogan: 'It is a slogan and no talk [H7].',
  'praise-asks': 'A praise or a topic to leave alone asks something.',
  'not-english': 'Chinese stands where English is read.',
  'unknown-blank': 'A word in braces stands for nothing: only {child} does, where there is a child.',
  'nothing-to-say': 'In this part there is nothing to say at any door in this solar term.',
  'not-in-order': 'A day from which it holds lies after the day until which it does.',
} as const
export type CatalogueFault = keyof typeof catalogueFaults

/** One version of a catalogue as the office keeps it, and as the server gives it out; versions count from 1. */
export type CatalogueEdition = {
  readonly name: CatalogueName
  readonly version: number
  readonly body: unknown
  readonly editedBy: PersonNamed
  readonly editedAt: Instant
}

/** A version without its body, for the history. */
export type EditionLine = Omit<CatalogueEdition, 'body'>

/** What the office sends: the new body, and the version it began from (0: the shipped one). */
export type CatalogueEdit = { readonly from: number; readonly body: unknown }

/** Why an edit was not taken. `moved`: somebody else wrote a version meanwhile; nothing is overwritten silently. */
export type EditRefused =
  | { readonly because: 'catalogue-moved'; readonly now: EditionLine }
  | { readonly because: 'catalogue-broken'; readonly problems: readonly CatalogueProblem[] }
