import type { Gathered } from './gather.ts'
import { html, type Markup } from './markup.ts'
import type { CardWords } from './words.ts'

/** Who looked and why, in words, the newest first. One person, one reason, one part of a day: one line. */
export function lookRows(words: CardWords, { looks, today }: Gathered): readonly Markup[] {
  const rows = looks.map(({ at, title, name, why }) => {
    const reason = words.why[why] ?? words.someoneElse
    return html`<li><span class="d">${words.moment(at, today)}</span>${words.sawIt(title, name, reason)}</li>`
  })
  return rows.filter((row, at) => rows.findIndex(({ markup }) => markup === row.markup) === at)
}
