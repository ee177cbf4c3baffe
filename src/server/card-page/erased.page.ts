import { nearestRow } from './calls.ts'
import { frame, type Manner } from './frame.ts'
import type { Gathered } from './gather.ts'
import { html } from './markup.ts'

/** The page of a family that was erased: that nothing is kept, in plain words [S15]. Null while it is kept. */
export function erasedPage(manner: Manner, gathered: Gathered, address: string): string | null {
  const { household, today, village } = gathered
  if (household.erased === undefined) return null
  const { words } = manner
  const own = words.erasedPage
  const main = html`<h1>${own.title}</h1>
    <p>${own.erased(words.date(household.erased.on, today))}</p>
    <p>${own.stays}</p>
    <section>
      <p>${own.again}</p>
      ${nearestRow(manner, gathered)}
    </section>`
  return frame(manner, { title: own.title, place: words.card(village), main, here: address })
}
