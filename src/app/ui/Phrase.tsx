import { Fragment } from 'react'

/* A sentence ends after 。？！, a clause also after a comma; a closing mark that follows stays with it. */
const SENTENCE = /[^。？！.?!]+[。？！.?!]*[」』”"）)]*\s*/g
const CLAUSE = /[^，。；：？！、,.;:?!]+[，。；：？！、,.;:?!]*[」』”"）)]*\s*/g

const piecesOf = (text: string, piece: RegExp): readonly string[] => text.match(piece) ?? [text]

/** The sentences of a text, each as its clauses with their own stops: 门口那截路， · 镇里有准信了。 */
export const clausesOf = (text: string): readonly (readonly string[])[] =>
  piecesOf(text, SENTENCE).map(sentence => piecesOf(sentence, CLAUSE))

/** A short text whose lines break between its sentences first, then at its commas, not inside a word. For titles and spoken lines. */
export function Phrase({ children }: { readonly children: string }) {
  const sentences = clausesOf(children)
  if (sentences.flat().length === 1) return children
  return sentences.map((clauses, place) => (
    // what is said in one text never changes its order
    <span className="ph" key={place}>
      {clauses.map((clause, within) => (
        // the space after a clause stands outside it, where it does not vanish at the clause's end
        <Fragment key={within}>
          <span className="ph">{clause.trimEnd()}</span>
          {clause.trimEnd() === clause ? null : ' '}
        </Fragment>
      ))}
    </span>
  ))
}
