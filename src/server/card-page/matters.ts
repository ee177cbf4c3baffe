import type { Day } from '#domain/base/days.ts'
import type { CardNeed, CardPromise, CardStanding } from '#domain/households/card.ts'
import { html, nothing, type Markup } from './markup.ts'
import { shape, type Shape } from './shapes.ts'
import type { CardWords } from './words.ts'

/** A shape and its word, never one without the other. */
export const mark = (name: Shape, word: string): Markup =>
  html`<p class="mark ${name}">${shape(name)}<span>${word}</span></p>`

/** The mark of a matter on its way. */
export function markOf({ marks }: CardWords, standing: CardStanding): Markup {
  switch (standing.is) {
    case 'heard':
    case 'agreed':
    case 'answered':
    case 'solved':
    case 'unconfirmed':
    case 'withdrawn':
      return mark(standing.is, marks[standing.is])
    case 'to-tell':
      return mark('in-hand', marks['to-tell'])
    case 'offered':
      return mark('waiting', marks.waiting(standing.department))
    case 'in-hand':
      return standing.past ? mark('lying', marks.past) : mark('in-hand', marks['in-hand'])
    case 'accepted':
      return standing.past ? mark('lying', marks.past) : mark('waiting', marks.waiting(standing.department))
    case 'returned':
    case 'not-solved':
      return mark(standing.is, marks[standing.is])
    default:
      return standing satisfies never
  }
}

/** Where a matter on its way stands, in sentences: who has it, what comes next, and by when. */
export function tellStanding(words: CardWords, { owner, standing }: CardNeed, today: Day): Markup {
  const day = (on: Day): string => words.date(on, today)
  switch (standing.is) {
    case 'heard':
      return line(words, words.heard(owner))
    case 'agreed':
      return line(words, words.agreed(owner))
    case 'to-tell':
      return line(words, words.toTell(standing.by))
    case 'in-hand':
      return line(words, tellNext(words, standing, day), standing.past ? nothing : words.inHand(owner))
    case 'returned':
      return line(
        words,
        words.returned(standing.department, day(standing.on), standing.reason),
        tellNext(words, standing, day),
      )
    case 'not-solved':
      return line(words, words.notSolved(day(standing.on), owner), tellNext(words, standing, day))
    case 'offered':
      return line(words, words.offered(standing.department, day(standing.on)))
    case 'accepted':
      return tellAccepted(words, standing, day)
    case 'answered':
    case 'solved':
    case 'unconfirmed': {
      const { on, by, channel } = standing.told
      return line(words, words.told(day(on), by, channel, standing.words))
    }
    case 'withdrawn':
      return line(words, words.withdrawn(day(standing.on)))
    default:
      return standing satisfies never
  }
}

type Coming = Extract<CardStanding, { next: unknown }>

function tellNext(words: CardWords, { next, past }: Coming, day: (on: Day) => string): Markup {
  if (next === null) return html`${words.noNext}`
  if (next.by === null) return words.next(next.what, null)
  return past ? words.nextPast(next.what, day(next.by)) : words.next(next.what, day(next.by))
}

function tellAccepted(
  words: CardWords,
  { department, officer, dueOn, past, reason }: Extract<CardStanding, { is: 'accepted' }>,
  day: (on: Day) => string,
): Markup {
  const tell = past ? words.acceptedPast : words.accepted
  return line(words, tell(department, officer, day(dueOn)), reason === '' ? nothing : words.extended(reason))
}

/** What somebody promised, by when, and what became of it. */
export function tellPromise(words: CardWords, promise: CardPromise, today: Day): Markup {
  const { giver, dueOn, kept, past, reason } = promise
  const due = dueOn === null ? null : words.date(dueOn, today)
  return line(
    words,
    words.promised(giver, promise.words, due),
    reason === '' ? nothing : words.extended(reason),
    kept === null ? nothing : words.kept(words.date(kept.on, today), kept.how),
    past ? html`${words.promisedPast}` : nothing,
  )
}

/** Sentences one after the other. */
const line = ({ gap }: CardWords, ...sentences: readonly Markup[]): Markup =>
  html`<p>
    ${sentences
      .filter(({ markup }) => markup !== '')
      .map((sentence, at) => (at === 0 ? sentence : html`${gap}${sentence}`))}
  </p>`
