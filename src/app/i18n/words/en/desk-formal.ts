import type { deskFormal as zh } from '../zh-CN/desk-formal.ts'

/** The formal channel at the desk: rights, days, places, for each county and town */
export const deskFormal: typeof zh = {
  name: 'Formal channel',
  heading: 'The formal channel',
  under:
    'Visitors read it out to families: their rights, within how many days they hear, where to go. Check places, hours and telephones for your own county before you give it out.',
  add: 'Add one',
  numbered: number => `Formal channel no. ${String(number)}`,
  part: 'What it is',
  parts: { right: 'Their rights', limit: 'Within how many days', place: 'Where to go' },
  title: 'Called',
  plain: 'In words to read out',
  hours: 'When somebody is there',
  telephone: 'Telephone',
  hoursAndTelephone: 'Hours, telephone',
  forPersons: 'A complaint about a person can go there too',
  area: 'Holds in',
  until: 'Valid until',
  source: 'What it stands on',
  checkedBy: 'Checked by (empty: still a sample)',
  englishTitle: 'English: called',
  englishPlain: 'English: in words to read out',
  inEnglish: 'In English',
  fields: {
    id: 'code',
    part: 'what it is',
    title: 'called',
    plain: 'words to read out',
    hours: 'hours',
    telephone: 'telephone',
    area: 'where it holds',
    validUntil: 'valid until',
    source: 'what it stands on',
    english: 'English',
    checkedBy: 'checked by',
  } as Readonly<Record<string, string>>,
}
