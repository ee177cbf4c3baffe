import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from './Button.tsx'

/** A list with nothing in it, said as a colleague would: 手上没有开着的事。 */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="sentence">{children}</p>
}

/** Something on its way; longer than a second it shows how far: 正在取村里的名册，214 户里到了 96 户。 */
export function Loading(props: {
  readonly children?: ReactNode
  readonly done?: { readonly got: number; readonly of: number } | undefined
}) {
  const words = useWords('base')
  return (
    <div className="sentence" role="status">
      <p>{props.children ?? words.loading}</p>
      {props.done === undefined ? null : (
        <progress aria-label={words.loading} value={props.done.got} max={props.done.of} />
      )}
    </div>
  )
}

/** No signal; says what can be done all the same. */
export function Offline({ children }: { readonly children?: ReactNode }) {
  const words = useWords('base')
  return (
    <p className="sentence" role="status">
      {children ?? words.offline}
    </p>
  )
}

/** Something went wrong: what happened, where the things are now, what can be done. */
export function Trouble(props: {
  readonly children: ReactNode
  readonly onAgain?: (() => void) | undefined
  /** The act, named; 再试一次 where there is nothing better. */
  readonly againSays?: string | undefined
}) {
  const words = useWords('base')
  return (
    <div className="sentence trouble" role="alert">
      <p>{props.children}</p>
      {props.onAgain === undefined ? null : (
        <Button small onPress={props.onAgain}>
          {props.againSays ?? words.again}
        </Button>
      )}
    </div>
  )
}
