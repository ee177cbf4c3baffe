import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

/** One value that stands for a fact, with who said it and when. */
export type SourcedValue = {
  readonly id: string
  readonly value: ReactNode
  /** 守田叔自己说，3月28日 */
  readonly source: string
  /** Chosen by the stated rule; the others stay in sight, never struck through. */
  readonly isCurrent: boolean
  /** Who chose it: 4月16日，周敏说用这个 */
  readonly notes?: readonly string[] | undefined
  /** To use this one from now on. */
  readonly act?: ReactNode
}

/** One question, its values side by side, each with its source [H3]. No button says which is right, only which is used. */
export function FactWithSources(props: {
  readonly question: string
  readonly values: readonly SourcedValue[]
}) {
  const words = useWords('brief')
  const several = props.values.length > 1
  return (
    <div className={props.values.length > 2 ? 'differs many' : 'differs'}>
      <p className="q">{props.question}</p>
      {props.values.map(value => (
        <div className="a" key={value.id}>
          <p className={value.isCurrent ? 'v num' : 'v num two'}>{value.value}</p>
          <p className="src">{value.source}</p>
          {value.isCurrent && several ? <p className="src">{words.inUseNow}</p> : null}
          {value.notes?.map(note => (
            <p className="src" key={note}>
              {note}
            </p>
          ))}
          {value.act}
        </div>
      ))}
    </div>
  )
}
