import { Link } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useToday } from '#app/sync/wuxin.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { PolicyFit } from '#domain/policies/fit.ts'
import { isSample } from '#domain/policies/policy.ts'
import { useSourceWords } from '../visits/fact-words.ts'
import { useGroundWords, useMissingWords } from './fit-words.ts'
import { useExplaining } from './use-explaining.ts'

/** What may be of use to this family and may not be known to it: to be explained, never to be decided [H6]. */
export function PoliciesSection({ seen, fit }: { readonly seen: HouseholdSeen; readonly fit: PolicyFit }) {
  const brief = useWords('brief')
  const words = useWords('policies')
  const days = useWords('days')
  const base = useWords('base')
  const today = useToday()
  const because = useGroundWords(useSourceWords())
  const missingIn = useMissingWords()
  const { noteExplained, refusal } = useExplaining(seen)
  const { worth, unsure, explained } = fit
  if (worth.length + unsure.length + explained.length === 0) return null
  const pageOf = (id: string) => `/families/${seen.household.id}/policies/${id}`
  return (
    <Section heading={brief.policies} note={brief.policiesNote}>
      <ul className="dots policies">
        {worth.map(one => (
          <li key={one.policy.id}>
            <div>
              <Link href={pageOf(one.policy.id)}>{one.policy.title}</Link>
              <p className="note">{brief.because(because(one.because))}</p>
            </div>
            <button
              type="button"
              className="quiet-act screen-only"
              aria-label={words.explainedThis(one.policy.title)}
              onClick={() => void noteExplained(one.policy)}
            >
              {words.explained}
            </button>
          </li>
        ))}
      </ul>
      {worth.some(({ policy }) => isSample(policy)) ? <p className="note three">{words.samples}</p> : null}
      {refusal === undefined ? null : <Refusal>{refusal}</Refusal>}
      {unsure.map(({ policy, missing }) => (
        <p key={policy.id} className="note">
          {words.unsure(policy.title, missingIn(missing))}
        </p>
      ))}
      {explained.length === 0 ? null : (
        <p className="note three">
          {words.explainedBefore(
            base.list(
              explained.map(({ policy, on }) => words.explainedOn(policy.title, days.date(on, today))),
            ),
          )}
        </p>
      )}
    </Section>
  )
}
