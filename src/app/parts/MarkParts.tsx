import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Icon, ICON_NAMES } from '#app/ui/Icon.tsx'
import { Mark, MARK_STATES } from '#app/ui/Mark.tsx'
import { Section } from '#app/ui/Section.tsx'

const COLOURS = ['paper', 'sheet', 'well', 'ink', 'ink-2', 'ink-3', 'persimmon', 'rice', 'clay'] as const

/** Marks, colours and drawings. */
export function MarkParts() {
  const words = usePartsWords()
  const { states } = useWords('base')
  return (
    <>
      <Section heading={words.marks}>
        <div className="marks">
          {MARK_STATES.map(state => (
            <Mark key={state} state={state}>
              {states[state]}
            </Mark>
          ))}
        </div>
      </Section>
      <Section heading={words.colours}>
        <ul className="colours">
          {COLOURS.map(colour => (
            <li key={colour}>
              <i style={{ background: `var(--${colour})` }} />
              {words.colourNames[colour]}
            </li>
          ))}
        </ul>
      </Section>
      <Section heading={words.icons}>
        <div className="drawings">
          {ICON_NAMES.map(name => (
            <Icon key={name} name={name} />
          ))}
        </div>
      </Section>
    </>
  )
}
