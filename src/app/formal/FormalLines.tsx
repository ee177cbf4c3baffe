import { useWords } from '#app/i18n/words.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { FormalLine } from '#domain/formal/formal-channel.ts'

/** A part of the formal channel: what holds, in plain words, and the rule it stands on. */
export function FormalLines(props: {
  readonly heading: string
  readonly note?: string | undefined
  readonly lines: readonly FormalLine[]
}) {
  const words = useWords('formal')
  if (props.lines.length === 0) return null
  return (
    <Section heading={props.heading} note={props.note}>
      <ul className="formal-lines">
        {props.lines.map(line => (
          <li key={line.id}>
            <p className="t">{line.title}</p>
            <p>{line.plain}</p>
            {line.openWhen === '' ? null : <p className="two">{line.openWhen}</p>}
            {line.telephone === '' ? null : (
              <a className="btn s num" href={`tel:${line.telephone}`}>
                {words.call(line.telephone)}
              </a>
            )}
            <p className="cap three">
              {line.part === 'place' && line.checkedBy === '' ? words.toBeChecked : line.source}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
