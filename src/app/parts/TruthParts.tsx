import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { FactWithSources } from '#app/ui/FactWithSources.tsx'
import { FamilyRow } from '#app/ui/FamilyRow.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Section } from '#app/ui/Section.tsx'
import { TruthLine } from '#app/ui/TruthLine.tsx'

/** The sync line in all its states, a family's row, a fact with its sources. */
export function TruthParts() {
  const words = usePartsWords()
  return (
    <>
      <Section bare heading={words.truth}>
        <TruthLine truth={{ is: 'received' }} />
        <TruthLine truth={{ is: 'waiting', count: 3, oldestMinutes: 120 }} to="/me" />
        <TruthLine truth={{ is: 'sending', left: 2 }} />
        <TruthLine truth={{ is: 'fetching', got: 1, of: 2, part: { got: 3, of: 9 } }} />
        <TruthLine truth={{ is: 'older-server', count: 2 }} />
        <TruthLine truth={{ is: 'offline' }} />
        <TruthLine truth={{ is: 'refused', count: 1 }} to="/me" />
        <TruthLine truth={{ is: 'not-stored' }} to="/me" />
      </Section>
      <Section bare heading={words.row}>
        <ul>
          <FamilyRow
            to="/parts"
            name={words.family}
            note={words.familyNote}
            mark={<Mark state="answered">{words.familyMark}</Mark>}
          />
        </ul>
      </Section>
      <Section bare heading={words.facts}>
        <FactWithSources
          question={words.telephone}
          values={[
            { id: 'household', value: '158 0000 6630', source: words.firstSource, isCurrent: true },
            { id: 'roster', value: '138 0000 2417', source: words.secondSource, isCurrent: false },
          ]}
        />
      </Section>
    </>
  )
}
