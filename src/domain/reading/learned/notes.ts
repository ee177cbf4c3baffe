import type { Clause } from '../clauses.ts'
import { covers } from '../clauses.ts'
import type { Finding } from '../finding.ts'
import { anyTrouble, brokenWord } from '../any-trouble.ts'
import { giverIn, householdWords } from '../givers.ts'
import {
  action,
  ahead,
  goesOn,
  noPledge,
  ours,
  refusedOrPast,
  speech,
  toMyself,
  whenThen,
} from '../pledge-words.ts'
import { namesDay } from '../promise-days.ts'
import {
  denied,
  longAgo,
  mendedByUs,
  scene,
  settledBefore,
  settledNow,
  supposed,
  takenBack,
  writersOwn,
  inOldStory,
} from '../standing.ts'
import { categoryOf, manyHomes, ruleAbove } from '../topics.ts'
import { asked, leadIn, newMatter, wishIn } from '../wishes.ts'

const patterns: readonly (readonly [string, RegExp])[] = [
  ['any trouble', anyTrouble],
  ['broken word', brokenWord],
  ['denied', denied],
  ['long ago', longAgo],
  ['mended', mendedByUs],
  ['mended now', settledNow],
  ['scene', scene],
  ['supposed', supposed],
  ['taken back', takenBack],
  ['own doing', writersOwn],
  ['many homes', manyHomes],
  ['rule above', ruleAbove],
  ['asked', asked],
  ['lead in', leadIn],
  ['new matter', newMatter],
  ['ours', ours],
  ['ahead', ahead],
  ['no pledge', noPledge],
  ['refused', refusedOrPast],
  ['to myself', toMyself],
  ['when then', whenThen],
  ['goes on', goesOn],
  ['action', action],
  ['family', householdWords],
]

/** What the rules say of each clause, in words; findings of the rules begin with `rule`. */
export function notesOf(
  clauses: readonly Clause[],
  found: readonly Finding[],
): readonly (readonly string[])[] {
  return clauses.map((clause, at) => {
    const { text } = clause
    const notes = patterns.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
    if (settledBefore(text)) notes.push('settled before')
    if (inOldStory(clauses, at)) notes.push('old story')
    if (namesDay(text)) notes.push('day')
    const wish = wishIn(text)
    if (wish) notes.push(`wish ${wish}`)
    const category = categoryOf(text)
    if (category) notes.push(`about ${category}`)
    const giver = giverIn(text)
    if (giver) notes.push(`giver ${giver}`)
    const said = speech.exec(text)
    if (said)
      notes.push(
        'speech',
        `said by ${giverIn(said[1] ?? '') ?? (householdWords.test(said[1] ?? '') ? 'family' : 'none')}`,
      )
    for (const one of found)
      if (covers(one, clause) || (one.start >= clause.start && one.end <= clause.end))
        notes.push(...ruleNotes(one, clause))
    return notes
  })
}

function ruleNotes(one: Finding, clause: Clause): readonly string[] {
  const place = one.start >= clause.start ? 'begins' : 'goes on'
  if (one.kind === 'fact') return [`rule fact ${one.key}`]
  if (one.kind === 'sensitive') return [`sensitive ${one.what}`]
  if (one.kind === 'need') return [`rule need ${place}`, `rule need`]
  if (one.kind === 'promise') return [`rule promise ${place}`]
  return [`rule ${one.kind}`]
}
