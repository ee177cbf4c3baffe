import type { Refusal } from '#domain/base/refusals.ts'
import type { CardNeed } from '#domain/households/card.ts'
import { answers } from './answers.ts'
import { nearest, nearestRow } from './calls.ts'
import { formalWay } from './card.page.ts'
import { frame, type Manner } from './frame.ts'
import type { Gathered } from './gather.ts'
import { html, type Markup } from './markup.ts'
import { shape } from './shapes.ts'

type SaidNeed = CardNeed & { readonly said: NonNullable<CardNeed['said']> }

type Around = { readonly address: string; readonly need: SaidNeed }

/** Whether the household has given its word on the result it was told last. */
export const isSaid = (need: CardNeed): need is SaidNeed => need.said !== null

/** After an answer: that it is noted and who will know; it can be changed for seven days. */
export function saidPage(manner: Manner, gathered: Gathered, { address, need }: Around): string {
  const { words } = manner
  const asked = gathered.people.find(({ duty }) => duty === 'asked') ?? nearest(gathered)
  const main = html`<h1>${words.noted}</h1>
    <p>${words.willKnow(asked.name || words.office)}</p>
    <section aria-labelledby="thing">
      <h2 class="thing" id="thing">${words.own(need.words)}</h2>
      <p>${words.youSaid(words.date(need.said.on, gathered.today), need.said.says)}</p>
      ${need.said.says === 'not-solved' ? html`<p>${words.whoeverHandles(need.owner)}</p>` : ''}
      ${need.mayAnswer ? mayChange(manner, gathered, { address, need }) : ''}
      ${goesOn(manner, gathered, need)}
    </section>
    ${back(manner, address)}`
  return framed(manner, gathered, `${address}/answers/${need.at}`, main)
}

/** A word that was not taken: why, in a sentence, and whom to call. */
export function notTakenPage(
  manner: Manner,
  gathered: Gathered,
  { address, because }: { readonly address: string; readonly because: Refusal | 'broken-request' },
): string {
  const { words } = manner
  const why = (because === 'broken-request' ? undefined : words.refusals[because]) ?? words.otherRefusal
  const main = html`<h1>${words.notTaken}</h1>
    <p role="alert">${why}</p>
    ${nearestRow(manner, gathered)}${back(manner, address)}`
  return framed(manner, gathered, address, main)
}

const framed = (manner: Manner, { card, village }: Gathered, here: string, main: Markup): string =>
  frame(manner, { title: manner.words.title(card.name), place: manner.words.card(village), main, here })

/** The same three answers, with the one that was given marked. */
function mayChange(manner: Manner, { today }: Gathered, { address, need }: Around): Markup {
  const { words } = manner
  const until =
    need.changesUntil === null ? words.anyAnswer : words.mayChange(words.date(need.changesUntil, today))
  return html`<p class="ask" id="q${need.at}">${words.change}</p>
    ${answers(manner, need, address)}
    <p class="quiet">${until}</p>`
}

/** "Not solved" is taken up again, and the formal channel is named; otherwise whom to call, where nothing can be changed. */
function goesOn(manner: Manner, gathered: Gathered, need: SaidNeed): Markup {
  if (need.said.says === 'not-solved')
    return html`${nearestRow(manner, gathered)}${formalWay(manner, gathered)}`
  return need.mayAnswer ? html`` : nearestRow(manner, gathered)
}

/** The way back to the family's page. */
export const back = ({ words, keep }: Manner, address: string): Markup =>
  html`<nav class="back">
    <a class="row" href="${address}${keep}">${shape('home')}<span>${words.backToCard}</span></a>
  </nav>`
