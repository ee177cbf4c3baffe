import { useWords } from '#app/i18n/words.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { Reading } from './use-reading.ts'

/** What had better not stand in a diary, each once, with the offer to strike it out. An old matter leads to its card [H19]. */
export function WarningList({ reading, old }: { readonly reading: Reading; readonly old: string }) {
  const words = useWords('reading')
  const toast = useToast()
  if (reading.warnings.length === 0) return null
  return (
    <ul className="finds" aria-label={words.warnings}>
      {reading.warnings.map(warning => (
        <li className="find" key={warning.key}>
          <div className="k">
            <Mark state="still-missing">{words.warned[warning.about]}</Mark>
          </div>
          <Quote>{warning.quote}</Quote>
          <Acts>
            <Button
              small
              onPress={() => {
                const before = reading.text
                reading.strike(warning)
                toast(words.striked, () => reading.restore(before))
              }}
            >
              {words.strike}
            </Button>
            {warning.about === 'old-matter' ? (
              <Button small to={old}>
                {words.openOld}
              </Button>
            ) : null}
            <Button small onPress={() => reading.leave(warning)}>
              {words.keepWords}
            </Button>
          </Acts>
        </li>
      ))}
    </ul>
  )
}
