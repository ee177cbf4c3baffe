import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { dayOf } from '#domain/base/days.ts'
import { useDeskToday } from '../sitting.tsx'
import type { Catalogue } from './use-catalogue.ts'

/** Since when a catalogue reads as it does: 第 3 版，4月17日，柳文清改的. */
export function useSinceWords(): (catalogue: Catalogue<unknown>) => string {
  const words = useDeskWords('catalogues')
  const days = useWords('days')
  const today = useDeskToday()
  return ({ edited }) =>
    edited === null
      ? words.asShipped
      : words.lastEdited(edited.editedBy.name, days.date(dayOf(edited.editedAt), today), edited.version)
}
