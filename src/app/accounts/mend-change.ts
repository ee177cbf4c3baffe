import { parseDay, type Day } from '#domain/base/days.ts'
import type { VisitId } from '#domain/base/ids.ts'
import type { Bodies, Change, Kind } from '#sync/change.ts'
import type { ForReview } from '#sync/outbox.ts'

/** What of a refused change a person can mend at once: its day, its words, or neither. */
export type Mendable = { readonly day: Day | null; readonly words: string | null }

/* The field that bears the day, and the one that bears the words, in the bodies of changes. */
const dayFields = ['dueOn', 'to', 'agreedOn', 'heardOn', 'saidOn', 'on'] as const
const wordFields = ['words', 'purpose', 'result', 'reason', 'told', 'how'] as const

/** The day and the words of a change, as they stand. */
export function mendableOf({ body }: Change): Mendable {
  const day = fieldOf(body, dayFields)
  const words = fieldOf(body, wordFields)
  return { day: day === null ? null : parseDay(day.value), words: words?.value ?? null }
}

/** The body with another day and other words in the places where they stood. It is parsed again where it is sent. */
export function mendBody({ body }: Change, mended: Mendable): Bodies[Kind] {
  const day = fieldOf(body, dayFields)
  const words = fieldOf(body, wordFields)
  return {
    ...body,
    ...(day === null || mended.day === null ? {} : { [day.name]: mended.day }),
    ...(words === null || mended.words === null ? {} : { [words.name]: mended.words.trim() }),
  }
}

/**
 * Two colleagues wrote about the same evening, and the other's record came first: this one as a visit of its own, so
 * that both stories stand [S10]. Null where the refusal is another one.
 */
export function asOwnVisit({ change, because }: ForReview, visit: VisitId): Bodies['visit.record'] | null {
  return change.kind === 'visit.record' && because === 'visit-over' ? { ...change.body, visit } : null
}

function fieldOf(body: Change['body'], names: readonly string[]) {
  const fields: Readonly<Record<string, unknown>> = body
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string') return { name, value }
  }
  return null
}
