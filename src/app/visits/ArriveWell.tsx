import { useDeferredValue, useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { labelIn } from '#domain/reading/label-words.ts'

/**
 * While somebody writes about people: one quiet line where a word labels them, and, when it is tapped, how the same could
 * be said so that it helps to come well [H2]. Nothing is blocked, nothing counted, nothing kept.
 */
export function ArriveWell({ text }: { readonly text: string }) {
  const words = useWords('arriving')
  const read = useDeferredValue(text)
  const found = useMemo(() => labelIn(read), [read])
  if (found === null) return null
  return (
    <details className="arrive-well">
      <summary>{words.points(found.quote)}</summary>
      <p className="hint">{words.instead}</p>
      {words.examples[found.about].map(example => (
        <p className="song" key={example}>
          {example}
        </p>
      ))}
    </details>
  )
}
