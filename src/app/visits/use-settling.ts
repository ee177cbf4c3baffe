import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { settle } from '#domain/households/differences.ts'
import type { Fact, Household, SingleKey } from '#domain/households/household.ts'
import { useWriting, type Writing } from '../phone/use-writing.ts'
import { spaced } from './spaced.ts'

/** What one tap does where words differ. */
export type SettlingActs = Pick<Writing, 'refusal' | 'busy'> & {
  readonly use: (fact: Fact) => void
  readonly leaveOpen: () => void
}

/** Settles what is said of one thing; 撤回 opens it again, and the log keeps both. */
export function useSettling(household: Household, key: SingleKey): SettlingActs {
  const words = useWords('brief')
  const today = useToday()
  const say = useToast()
  const { write, refusal, busy } = useWriting()
  const choose = (use: string | null) =>
    write([
      {
        village: household.village,
        household: household.id,
        kind: 'household.settle',
        body: settle(household, key, { use, today }),
      },
    ])
  return {
    refusal,
    busy,
    use: fact =>
      void choose(fact.value).then(isWritten => {
        if (isWritten) say(words.nowUsed(spaced(fact)), () => void choose(null))
      }),
    leaveOpen: () =>
      void choose(null).then(isWritten => {
        if (isWritten) say(words.leftForNext)
      }),
  }
}
