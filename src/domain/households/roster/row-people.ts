import type { HouseholdSlot } from './household-slots.ts'
import type { Person, PersonTold } from './people-on-row.ts'
import type { Problem } from './problems.ts'
import { headRelation } from './relation.ts'
import type { RosterRow } from './rows.ts'

/** Whom a row brings into its household, and what is wrong in it. A row that brings nobody is not read further. */
export type RowPeople = { readonly people: readonly Person[]; readonly problems: readonly Problem[] }

export function peopleOn(row: RosterRow, slot: HouseholdSlot): RowPeople {
  if (row.village.kind !== 'known') {
    const problem = {
      sheet: row.sheet,
      row: row.number,
      column: row.villageColumn,
      code: 'unknown-village',
    } as const
    return { people: [], problems: [problem] }
  }
  const head = slot.headRow === row ? [row.head] : []
  const told = [...head, row.member, ...othersOf(row)]
  if (slot.isGone) return { people: [], problems: told.flatMap(whereAllAreGone) }
  const people = told.flatMap(one => (one.kind === 'told' ? [one.person] : []))
  const problems = told.flatMap(problemsOf)
  return { people, problems: people.length > 0 ? [...problems, ...row.facts.problems] : problems }
}

/** The members named in one cell, read only with their head; the head among them is not told of twice. */
function othersOf(row: RosterRow): readonly PersonTold[] {
  const { member } = row
  if (member.kind !== 'told') return []
  return row.others.filter(
    other =>
      !(
        other.kind === 'told' &&
        other.person.relation === headRelation &&
        other.person.name === member.person.name
      ),
  )
}

function problemsOf(told: PersonTold): readonly Problem[] {
  switch (told.kind) {
    case 'nobody':
      return []
    case 'told':
      return told.problems
    case 'nameless':
    case 'marked':
      return [told.problem]
    default:
      return told satisfies never
  }
}

const whereAllAreGone = (told: PersonTold): readonly Problem[] =>
  told.kind === 'marked' && told.mark.ofAll ? [told.problem] : []
