import { useWords } from '#app/i18n/words.tsx'
import { SettingRow } from '#app/ui/SettingRow.tsx'
import { useLeftDrafts } from './use-left-drafts.ts'

/** Says that half-written words of a village lie here that is not this person's any more; nothing where there are none. */
export function LeftDraftsRow() {
  const words = useWords('me').left
  const { length } = useLeftDrafts()
  return length === 0 ? null : (
    <SettingRow says={words.row} value={words.count(length)} leads={{ to: '/me/left-drafts' }} />
  )
}
