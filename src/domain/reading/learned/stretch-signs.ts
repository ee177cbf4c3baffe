import type { Clause } from '../clauses.ts'
import { conceptsIn, isThing } from './concepts.ts'
import { runsOf, signOf, type Sign } from './signs.ts'
import type { Stretch } from './tagging.ts'

/** What is seen in and around a whole finding, for what kind of finding it is; `said` is what the rules say of it. */
export function stretchSigns(
  clauses: readonly Clause[],
  notes: readonly (readonly string[])[],
  { first, last }: Stretch,
  said: readonly string[],
): readonly Sign[] {
  const own = clauses.slice(first, last + 1)
  const words = own
    .map(clause => clause.text)
    .join('，')
    .replaceAll(/\d+/gu, '0')
  const found = runsOf('O', words, 3)
  const concepts = conceptsIn(words)
  for (const one of concepts) {
    found.push(signOf('C', one))
    if (isThing(one))
      for (const other of concepts) if (!isThing(other)) found.push(signOf('CC', `${one} ${other}`))
  }
  found.push(signOf('P', 'every'), ...said.map(one => signOf('R', one)))
  for (const note of new Set(notes.slice(first, last + 1).flat())) found.push(signOf('N', note))
  for (const back of [1, 2]) around(found, `B${back}`, clauses[first - back], notes[first - back])
  for (const ahead of [1, 2, 3]) around(found, 'A', clauses[last + ahead], notes[last + ahead])
  return [...new Set(found)]
}

function around(
  found: Sign[],
  kind: string,
  clause: Clause | undefined,
  notes: readonly string[] | undefined,
): void {
  if (!clause) return
  for (const one of conceptsIn(clause.text)) found.push(signOf(`${kind}c`, one))
  for (const note of notes ?? []) found.push(signOf(`${kind}n`, note))
}
