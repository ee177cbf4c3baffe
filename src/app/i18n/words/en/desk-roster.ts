import type { roster as words } from '../zh-CN/desk-roster.ts'
import { several } from './numbers.ts'

/** The roster: looked at before it is taken in. */
export const roster: typeof words = {
  name: 'Roster',
  heading: 'Look first, then take in',
  start: "Bring the village's roster",
  startMeans: 'Excel or CSV, just as it is. Look at it first; nothing is taken in until you say so.',
  drop: 'Drop the file here, or choose one',
  reading: rows => `Reading; ${several(rows, 'row')} so far.`,
  under: (file, sheets, rows) =>
    `${file}: ${several(sheets, 'sheet')}, ${several(rows, 'row')}. Nothing is stored yet.`,
  another: 'Another file',
  takeIn: (households, aside) =>
    aside === 0
      ? `Take in ${several(households, 'household')}`
      : `Take in ${String(households)} households, leave ${String(aside)} aside`,
  households: 'households',
  members: 'members',
  toLook: 'places to look at',
  notTaken: 'households cannot be taken in',
  village: 'Into which village',
  headings: 'How the headings were read',
  inSheet: 'In the sheet',
  takenAs: 'Taken as',
  firstRow: 'First row',
  yearOnly: 'year only',
  leftOut: 'left out',
  headingsNote:
    'If one is read wrongly, change it under “Taken as”. Columns left out are read and dropped, not stored.',
  columns: {
    name: 'Contact person',
    group: 'Village group',
    'house-note': 'By the door',
    telephone: 'Telephone',
    relation: 'Family member',
    'birth-year': 'Year of birth',
    category: 'Policies that apply',
    'identity-number': 'Identity number',
    household: 'Which household',
    note: 'Note',
    none: 'left out',
  },
  problems: 'To look at',
  allProblems: count => `All ${String(count)}`,
  stopping: count => `${String(count)} stop a household`,
  passing: count => `${String(count)} do not`,
  row: 'Row',
  cell: 'Cell',
  what: 'What is wrong',
  plan: 'What is done',
  setAside: 'Household left aside',
  more: count => `${String(count)} more.`,
  listToFile: 'Save this list as a spreadsheet for the village',
  none: 'Nothing to look at; all can be taken in.',
  done: (households, members) =>
    `Taken in: ${several(households, 'household')}, ${several(members, 'member')}.`,
  doneNext: 'Look at the groups, then say which team goes.',
  unreadable: 'This file cannot be read. Is it the roster, as .xlsx or .csv?',
  empty: 'This file is empty.',
  noHeading: 'No heading found. One row must hold words such as name and group.',
  elsewhere: "This village is not in your office's area and cannot be taken in.",
}
