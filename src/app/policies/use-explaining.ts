import { useWords } from '#app/i18n/words.tsx'
import { useToday, type HouseholdSeen } from '#app/sync/wuxin.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { addDays } from '#domain/base/days.ts'
import { explainedForDays } from '#domain/policies/fit.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { useWriting } from '../phone/use-writing.ts'

/** Notes with one tap that a policy was explained to this family; it steps back for a year. */
export function useExplaining({ household, village }: HouseholdSeen): {
  readonly noteExplained: (policy: Policy) => Promise<void>
  readonly refusal: string | undefined
} {
  const words = useWords('policies')
  const today = useToday()
  const say = useToast()
  const { write, refusal } = useWriting()
  const noteExplained = async ({ title }: Policy): Promise<void> => {
    const fact = { key: 'policy-explained', value: title, source: 'visitor', learnedOn: today } as const
    const facts = [{ ...fact, until: addDays(today, explainedForDays) }]
    const about = { village: village.code, household: household.id }
    if (await write([{ ...about, kind: 'household.learn', body: { facts } }])) say(words.noted(title))
  }
  return { noteExplained, refusal }
}
