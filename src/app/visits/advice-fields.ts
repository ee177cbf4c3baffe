import type { VisitId } from '#domain/base/ids.ts'
import type { Day } from '#domain/base/days.ts'
import type { AdviceGive } from '#domain/visits/visit.schema.ts'
import { parseTime } from '../phone/time-words.ts'

/** What is answered to the few prompts; all of it may stay empty. */
export const noAdvice = { when: '', address: '', mindful: '', words: '', leaveAlone: '' }
export type AdviceFields = typeof noAdvice

export const topicAnswers = ['no', 'yes', 'unclear'] as const

/** The times the cadre is offered; clock times are the family's to name. */
export const offeredTimes = ['morning', 'afternoon', 'after-work', 'after-supper'] as const

/** What a cadre said, as a change; a topic not answered is unclear. */
export function adviceFrom(
  fields: AdviceFields,
  said: {
    readonly visit: VisitId
    readonly saidBy: string
    readonly via: AdviceGive['via']
    readonly saidOn: Day
  },
): AdviceGive {
  return {
    ...said,
    when: parseTime(fields.when),
    address: fields.address.trim(),
    mindful: fields.mindful.trim(),
    words: fields.words.trim(),
    leaveAlone: topicAnswers.find(one => one === fields.leaveAlone) ?? 'unclear',
  }
}

/** Whether anything was said at all. */
export const isAnswered = (fields: AdviceFields): boolean =>
  Object.values(fields).some(value => value.trim() !== '')
