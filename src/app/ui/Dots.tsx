import type { ReactNode } from 'react'

/** A short list of things: what to bring, what may be of use. */
export function Dots(props: {
  readonly lines: readonly { readonly id: string; readonly says: ReactNode; readonly note?: ReactNode }[]
}) {
  return (
    <ul className="dots">
      {props.lines.map(line => (
        <li key={line.id}>
          <div>
            {line.says}
            {line.note === undefined ? null : <p className="note">{line.note}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The one thing to do first, beside a persimmon line: 还没讲给他家听。明天头一件就讲这个。 */
export function Todo({ children }: { readonly children: ReactNode }) {
  return <p className="todo">{children}</p>
}
