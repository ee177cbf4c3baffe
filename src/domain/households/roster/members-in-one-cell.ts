import type { Day } from '#domain/base/days.ts'
import { readBirth } from './birth.ts'
import { halfWidthForms, joinChinese } from './cell-text.ts'
import { markIn, type Mark } from './marks.ts'
import { relationAtStart, relationName } from './relation.ts'
import { nothingWords } from './words.ts'

/** A member named in a cell of several. */
export type MemberInCell = {
  readonly name: string
  readonly relation: string
  readonly birthYear: number | null
  readonly mark: Mark | null
}

/**
 * The members in one cell [R11], parted by `, ， 、 ; ；` or a line break outside brackets. In brackets a date alone or
 * before 生 is the birth year, a mark tells that the person died or left, the rest is left out. Empty, 无 or `/`: none.
 */
export function readMembers(lines: string, today: Day): readonly MemberInCell[] {
  if (nothingWords.includes(halfWidthForms(lines).trim())) return []
  return partedOutsideBrackets(lines).flatMap(part => {
    const member = readMember(part, today)
    return member.name === '' ? [] : [member]
  })
}

function partedOutsideBrackets(lines: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const character of lines) {
    if ('（('.includes(character)) depth += 1
    if ('）)'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && /[,，、;；\n]/.test(character)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

function readMember(part: string, today: Day): MemberInCell {
  const before = part.replace(/[（(][\s\S]*$/, '').trim()
  const brackets = [...part.matchAll(/[（(]([^（()）]*)/g)].map(([, inside = '']) => inside.trim()).join('，')
  const inBrackets = relationAtStart(brackets)
  const remarks = inBrackets === null ? brackets : inBrackets.rest
  const { relation, name } = inBrackets === null ? relationThenName(before) : { ...inBrackets, name: before }
  return { name: joinChinese(name), relation, birthYear: birthYearIn(remarks, today), mark: markIn(remarks) }
}

/** `妻:王秀英`, `妻 王秀英` or `妻王秀英`. Before a colon stands the relation, whatever its word. */
function relationThenName(text: string): { readonly relation: string; readonly name: string } {
  const [left = '', right = ''] = text.split(/[:：]/).map(side => side.trim())
  if (right !== '') return { relation: relationName(left), name: right }
  const begins = relationAtStart(text)
  return begins === null || begins.rest.trim() === ''
    ? { relation: '', name: text }
    : { relation: begins.relation, name: begins.rest.trim() }
}

function birthYearIn(remarks: string, today: Day): number | null {
  for (const clause of remarks.split(/[,，、;；\s]+/)) {
    const birth = readBirth(clause.replace(/(?:出生|生)$/, ''), today)
    if (birth.kind === 'year') return birth.year
  }
  return null
}
