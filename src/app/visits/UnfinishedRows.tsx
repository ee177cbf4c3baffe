import { useWords } from '#app/i18n/words.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Section } from '#app/ui/Section.tsx'
import { useNaming } from '../phone/use-naming.ts'
import { useUnfinished } from './use-unfinished.ts'

/** Diaries begun and not saved yet: a phone may die between the door and the last word [S3]. */
export function UnfinishedRows() {
  const words = useWords('today')
  const naming = useNaming()
  const { unfinished } = useUnfinished()
  if (unfinished.length === 0) return null
  return (
    <Section bare heading={words.unfinished}>
      <MarginList>
        {unfinished.map(({ household, visit }) => (
          <MarginRow key={visit} when="" leads={{ to: `/families/${household.id}/diary/${visit}` }}>
            <p className="what">{words.unfinishedDiary(naming.family(household))}</p>
          </MarginRow>
        ))}
      </MarginList>
    </Section>
  )
}
