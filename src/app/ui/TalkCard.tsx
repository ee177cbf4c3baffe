import { Phrase } from './Phrase.tsx'

/** The conversation card's lines, each with its word at the left: 先讲, 开口, 夸夸, 请教, 放下. To be read at a glance; nothing to fill in [H7]. */
export function TalkCard(props: {
  /** How to address them: 守田叔，桂香婶 */
  readonly call: string
  /** A card within another page has no heading of the page. */
  readonly callAs?: 'p' | undefined
  /** How to speak: 坐他右手边，慢慢说。 */
  readonly how?: string | undefined
  readonly lines: readonly { readonly id: string; readonly says: string; readonly sentence: string }[]
}) {
  const Call = props.callAs ?? 'h1'
  return (
    <>
      <Call className="call">
        <Phrase>{props.call}</Phrase>
      </Call>
      {props.how === undefined ? null : <p className="how">{props.how}</p>}
      <dl>
        {props.lines.map(line => (
          <div key={line.id}>
            <dt>{line.says}</dt>
            <dd>
              <Phrase>{line.sentence}</Phrase>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
