import { useWords } from '#app/i18n/words.tsx'
import type { Day } from '#domain/base/days.ts'

/** On A4, for a signature: their words, and lines for what only their own pen writes. */
export function PrintedWords({ text, today }: { readonly text: string; readonly today: Day }) {
  const { paper } = useWords('formal')
  const days = useWords('days')
  return (
    <article className="on-paper" aria-hidden>
      <h1>{paper.heading}</h1>
      <p className="lines">{text}</p>
      <dl>
        {paper.byHand.map(says => (
          <div key={says}>
            <dt>{says}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <p className="day">{days.date(today, today)}</p>
      <p className="rule">{paper.rights}</p>
    </article>
  )
}
