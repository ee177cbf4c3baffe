import { useWords } from '#app/i18n/words.tsx'

/** What a person said or wrote, in Song, with its marks: 「有个准信就行。」; under it who and when. */
export function Quote(props: {
  /** The words alone, without quotation marks. */
  readonly children: string
  /** Who said it and when: 王守田，4月17日. */
  readonly by?: string | undefined
}) {
  const { quoted } = useWords('base')
  return (
    <>
      <p className="say">{quoted(props.children)}</p>
      {props.by === undefined ? null : <p className="note">{props.by}</p>}
    </>
  )
}
