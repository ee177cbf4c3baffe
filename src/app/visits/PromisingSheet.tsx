import { useWords } from '#app/i18n/words.tsx'
import { Dots } from '#app/ui/Dots.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

/** "May I promise this?": the office's questions to oneself, and what to say when unsure. Nothing is filled in [H7] [H20]. */
export function PromisingSheet(props: {
  readonly open: boolean
  readonly onClose: () => void
  readonly questions: readonly string[]
  readonly instead: string
}) {
  const { promising } = useWords('talk')
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={promising.heading}>
      <Dots lines={props.questions.map(question => ({ id: question, says: question }))} />
      <p className="note">{promising.sayInstead}</p>
      <Quote>{props.instead}</Quote>
      <p className="aside">{promising.few}</p>
    </Sheet>
  )
}
