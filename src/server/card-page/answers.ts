import { randomUUID } from 'node:crypto'
import type { CardNeed } from '#domain/households/card.ts'
import type { Manner } from './frame.ts'
import { html, nothing, type Markup } from './markup.ts'
import { shape, type Shape } from './shapes.ts'

const three = [
  ['solved', 'tick'],
  ['not-solved', 'back'],
  ['rather-not-say', 'dots'],
] as const satisfies readonly (readonly [string, Shape])[]

/** The three equal answers, in this order; what was said already is marked in words, and can be changed. */
export function answers({ words, keep }: Manner, need: CardNeed, address: string): Markup {
  const buttons = three.map(([says, drawing]) => {
    const isSaid = need.said?.says === says
    const note = isSaid ? html`<small>${words.youSaidThis}</small>` : nothing
    return html`<button
      class="${says}"
      name="says"
      value="${says}"
      ${isSaid ? html` aria-pressed="true"` : nothing}
    >
      ${shape(drawing)}<span>${words.answers[says]}${note}</span>
    </button>`
  })
  return html`<form
    class="answers"
    method="post"
    action="${address}/answers/${need.at}${keep}"
    aria-labelledby="q${need.at}"
  >
    <input type="hidden" name="page" value="${randomUUID()}" />${buttons}
  </form>`
}

/** The question that the answers answer. */
export const question = ({ words }: Manner, need: CardNeed): Markup =>
  html`<p class="ask" id="q${need.at}">${words.isItSolved}</p>`
