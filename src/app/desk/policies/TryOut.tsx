import { useMemo } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { useGroundWords, useMissingWords } from '#app/policies/fit-words.ts'
import type { Day } from '#domain/base/days.ts'
import { exampleFamilies, exampleHousehold, type ExampleFamily } from '#domain/policies/example-families.ts'
import { readExpression } from '#domain/policies/expression.ts'
import { explainedOn, fitOf, type Fit } from '#domain/policies/fit.ts'
import { knownFactsOf } from '#domain/policies/known-facts.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { useDeskToday } from '../sitting.tsx'

/** One invented family with what the policy says of it; or that it was explained there already. */
export type Tried = { readonly example: ExampleFamily; readonly fit: Fit; readonly explained: Day | null }

/** The policy tried on every example family; null while its expression cannot be read. */
export function useTried(policy: Policy): readonly Tried[] | null {
  const today = useDeskToday()
  return useMemo(() => {
    const expression = readExpression(policy.entitled)
    if (expression === null) return null
    return [...exampleFamilies, ...toldFamily(policy)].map(example => {
      const household = exampleHousehold(example, today)
      const fit = fitOf(expression, knownFactsOf(household, today))
      return { example, fit, explained: explainedOn(household, policy, today) }
    })
  }, [policy, today])
}

/** The first of the families once more, told of this policy some weeks ago. */
const toldFamily = ({ title }: Policy): readonly ExampleFamily[] =>
  exampleFamilies.slice(0, 1).map(family => ({ ...family, id: 'told', explained: title }))

/** What comes of the policy for each invented family, with the reason in words. */
export function TryOut({ tried }: { readonly tried: readonly Tried[] | null }) {
  const words = useDeskWords('policies')
  return (
    <section aria-labelledby="try-out" aria-live="polite">
      <h2 className="sub" id="try-out">
        {words.tryOut}
      </h2>
      {tried === null ? (
        <p className="small two">{words.notReadable}</p>
      ) : (
        <>
          <p className="small two">{words.tryOutUnder(tried.length)}</p>
          <ul className="tried">
            {tried.map(one => (
              <TriedFamily key={one.example.id} tried={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function TriedFamily({ tried: { example, fit, explained } }: { readonly tried: Tried }) {
  const words = useDeskWords('policies')
  const base = useWords('base')
  const days = useWords('days')
  const today = useDeskToday()
  const because = useGroundWords(fact => base.sources[fact.source])
  const missing = useMissingWords()
  const ages = example.people.flatMap(([, age]) => (age === null ? [] : [String(age)]))
  const is = explained === null ? fit.is : 'not'
  const why = (): string => {
    if (explained !== null) return words.toldAlready(days.date(explained, today))
    if (fit.is === 'worth-explaining') return because(fit.because)
    return fit.is === 'unknown' ? words.missing(missing(fit.missing)) : words.notFitting
  }
  return (
    <li>
      <span className="mark">
        <FitMark is={is} />
        {words.fits[is]}
      </span>
      <div>
        <p>
          {words.families[example.id]}
          {ages.length === 0 ? null : <span className="small two"> {words.ages(base.list(ages))}</span>}
        </p>
        <p className="small two">{why()}</p>
      </div>
    </li>
  )
}

const FitMark = ({ is }: { readonly is: Fit['is'] }) => (
  <svg viewBox="0 0 18 18" aria-hidden="true">
    {is === 'worth-explaining' ? (
      <path d="m3.5 9.5 3.8 3.8 7.2-8" />
    ) : (
      <>
        <circle cx="9" cy="9" r="6.5" />
        {is === 'unknown' ? <path d="M6 9h.01M9 9h.01M12 9h.01" strokeWidth="2" /> : <path d="M6 9h6" />}
      </>
    )}
  </svg>
)
