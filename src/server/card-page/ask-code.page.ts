import { officeRow } from './calls.ts'
import { frame, type Manner } from './frame.ts'
import type { Office } from './gather.ts'
import { html, nothing, type Markup } from './markup.ts'

/** Where the code of a card is typed. The same for every wrong code, so that nothing is learned from it. */
export function askCodePage(manner: Manner, office: Office, after: 'nothing' | 'wrong' | 'too-many'): string {
  const { words, keep } = manner
  const own = words.askCode
  const main =
    after === 'too-many'
      ? html`<h1>${own.heading}</h1>
          <p role="alert">${own.tooMany}</p>
          <p>${own.wait}</p>
          ${officeRow(manner, office)}`
      : html`<h1>${own.heading}</h1>
          ${after === 'wrong' ? html`<p role="alert">${own.wrong}</p>` : nothing}
          <p>${own.under}</p>
          ${form(manner, keep)}
          <section>
            <p>${own.lost}</p>
            ${officeRow(manner, office)}
          </section>`
  return frame(manner, { title: own.title, place: html`${own.title}`, main, here: '/k' })
}

const form = ({ words }: Manner, keep: string): Markup =>
  html`<form class="ask-code" method="post" action="/k${keep}">
    <label for="code">${words.askCode.field}</label>
    <input
      id="code"
      name="code"
      required
      maxlength="60"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      inputmode="text"
    />
    <button class="solid">${words.askCode.open}</button>
  </form>`
