import { parseDay, type Day } from '../base/days.ts'
import type { Policy } from './policy.ts'

/**
 * Policies from a catalogue that lies on this device. The server took it in by its schema; a line of another shape (a
 * newer server's) is passed over, and what is missing in one is empty [S19].
 */
export const policiesFrom = (body: unknown): readonly Policy[] =>
  Array.isArray(body) ? body.flatMap(policyFrom) : []

function policyFrom(line: unknown): readonly Policy[] {
  if (typeof line !== 'object' || line === null) return []
  const textOf = (name: keyof Policy): string => {
    const value = field(line, name)
    return typeof value === 'string' ? value : ''
  }
  const papers = field(line, 'papers')
  const policy: Policy = {
    id: textOf('id'),
    title: textOf('title'),
    plain: textOf('plain'),
    entitled: textOf('entitled'),
    papers: Array.isArray(papers) ? papers.filter(paper => typeof paper === 'string') : [],
    place: textOf('place'),
    validUntil: dayFrom(textOf('validUntil')),
    source: textOf('source'),
    sourceOn: dayFrom(textOf('sourceOn')),
    checkedBy: textOf('checkedBy'),
  }
  return policy.id === '' || policy.title === '' || policy.plain === '' ? [] : [policy]
}

const field = (line: object, name: string): unknown => (line as Readonly<Record<string, unknown>>)[name] // read as unknown

const dayFrom = (text: string): Day | null => parseDay(text)
