import type { policies as zh } from '../zh-CN/policies.ts'

/** Policies: explained, never decided */
export const policies: typeof zh = {
  page: 'In plain words',
  sample: 'Sample: check it locally',
  samples: 'The policies are samples; check them locally.',
  explained: 'Explained',
  explainedThis: title => `Explained: ${title}`,
  noted: title => `Noted: “${title}” was explained. It is not offered again for a year.`,
  explainedBefore: list => `Explained before: ${list}`,
  explainedOn: (title, day) => `${title} (${day})`,
  backExplained: day => `Explained ${day}. Back to the brief`,
  unsure: (title, missing) =>
    missing === '' ? `${title}: cannot be said.` : `${title}: cannot be said; not known yet: ${missing}.`,
  papers: 'What to bring',
  place: 'Where, and whom to ask',
  basis: 'What it stands on',
  sourceOf: (source, day) => `${source}, ${day}`,
  validUntil: day => `Valid until ${day}`,
  checkedBy: who => `Checked by ${who}`,
  person: (name, age) => (age === null ? name : `${name} ${String(age)}`),
  from: (what, source) => `${what} (${source})`,
  needOf: category => `what the family told: ${category}`,
  reasons: reasons => (reasons.length === 0 ? 'of use to every family' : reasons.join('; ')),
  seasons: {
    spring: 'spring is the time for it',
    summer: 'summer is the time for it',
    autumn: 'autumn is the time for it',
    winter: 'winter is the time for it',
  },
  missing: {
    members: 'who lives there',
    'birth-year': name => `the year ${name} was born`,
    schooling: name => `the schooling of ${name}`,
    relation: name => `how ${name} is related`,
    lapsed: category => `whether ${category} still holds`,
  },
}
