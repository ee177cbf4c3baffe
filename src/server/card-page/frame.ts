import { html, nothing, type Markup } from './markup.ts'
import { drawingsFor, shape } from './shapes.ts'
import { styleAddress } from './style.ts'
import type { CardWords } from './words.ts'

/** How a page is written: in which language, and how its links keep to a language asked for by name. */
export type Manner = {
  readonly words: CardWords
  /** `?lang=en` where the language was asked for by a link, else empty. */
  readonly keep: '' | `?lang=${string}`
}

export type Framed = {
  readonly title: string
  /** Under whose name the page stands: the village's card. */
  readonly place: Markup
  readonly main: Markup
  /** Where this page is read in the other language. */
  readonly here: string
  readonly foot?: Markup
}

/** A whole page: no script, one small style sheet, nothing from elsewhere, and nothing that a search engine may keep. */
export function frame({ words }: Manner, { title, place, main, here, foot = nothing }: Framed): string {
  const body = html`<header>
      <p class="who">${shape('hearts')}<span>${place}</span></p>
    </header>
    <main>${main}</main>
    <footer>
      ${foot}
      <p>
        <a
          class="lang"
          href="${here}?lang=${words.other.lang}"
          hreflang="${words.other.lang}"
          lang="${words.other.lang}"
          >${words.other.name}</a
        >
      </p>
    </footer>`
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="stylesheet" href="${styleAddress}" />
      </head>
      <body>
        ${drawingsFor(body)}${body}
      </body>
    </html> `.markup
}
