import { useWords } from '#app/i18n/words.tsx'
import { TextLink } from '#app/ui/Button.tsx'
import { Todo } from '#app/ui/Dots.tsx'
import { useNaming } from '../phone/use-naming.ts'
import { useUnfinished } from './use-unfinished.ts'

/** Diaries begun and not saved yet: a phone may die between the door and the last word [S3]. */
export function UnfinishedRows() {
  const words = useWords('today')
  const naming = useNaming()
  const { unfinished } = useUnfinished()
  return unfinished.map(({ household, visit }) => (
    <Todo key={visit}>
      <TextLink to={`/families/${household.id}/diary/${visit}`}>
        {words.unfinishedDiary(naming.family(household))}
      </TextLink>
    </Todo>
  ))
}
