/** A piece of a page, safe to be put into another: whatever was written by people is escaped on its way in. */
export type Markup = { readonly markup: string }

type Piece = string | number | Markup | readonly Markup[]

/** Writes a piece of a page; texts put in are escaped, pieces are not. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  // The lines of the source are set in; the page need not be.
  markup: parts.map((part, at) => `${part.replaceAll(/\n\s*/g, '\n')}${written(pieces[at] ?? '')}`).join(''),
})

export const nothing: Markup = { markup: '' }

export const join = (pieces: readonly Markup[]): Markup => ({
  markup: pieces.map(({ markup }) => markup).join(''),
})

function written(piece: Piece): string {
  if (typeof piece === 'number') return String(piece)
  if (typeof piece === 'string') return escaped(piece)
  return 'markup' in piece ? piece.markup : join(piece).markup
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
