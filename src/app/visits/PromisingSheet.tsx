import { useWords } from '#app/i18n/words.tsx'
import { Dots } from '#app/ui/Dots.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

/** "May I promise this?": three questions to oneself, and what to say when unsure. Nothing is filled in [H7] [H20]. */
export function PromisingSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { promising } = useWords('talk')
  return (
    <Sheet open={open} onClose={onClose} heading={promising.heading}>
      <Dots lines={promising.questions.map(question => ({ id: question, says: question }))} />
      <p className="note">{promising.sayInstead}</p>
      <Quote>{promising.instead}</Quote>
      <p className="aside">{promising.few}</p>
    </Sheet>
  )
}
