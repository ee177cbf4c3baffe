/** The five hearts looking back, for the author alone; closed, it is gone [H14]. */
export function Mirror(props: {
  readonly hints: readonly { readonly heart: string; readonly sentence: string }[]
}) {
  return (
    <ul className="mirror">
      {props.hints.map(hint => (
        <li key={hint.heart + hint.sentence}>
          <p className="h">{hint.heart}</p>
          <p>{hint.sentence}</p>
        </li>
      ))}
    </ul>
  )
}
