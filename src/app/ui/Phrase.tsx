/* A clause ends after one of these, and a closing mark that follows stays with it. */
const CLAUSE = /[^，。；：？！、,.;:?!]+[，。；：？！、,.;:?!]*[」』”"）)]*\s*/g

/** The clauses of a sentence, with their own stops: 门口那截路， · 镇里有准信了。 */
export const clausesOf = (sentence: string): readonly string[] => sentence.match(CLAUSE) ?? [sentence]

/** A short sentence whose lines break at its commas, not inside a word. Only for titles and spoken lines. */
export function Phrase({ children }: { readonly children: string }) {
  return clausesOf(children).map((clause, place) => (
    // clauses of one sentence never change their order
    // oxlint-disable-next-line react/no-array-index-key
    <span className="ph" key={place}>
      {clause}
    </span>
  ))
}
