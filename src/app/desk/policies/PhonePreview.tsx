import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { useGroundWords } from '#app/policies/fit-words.ts'
import { isSample, type Policy } from '#domain/policies/policy.ts'
import type { Tried } from './TryOut.tsx'

/** How the policy stands in a visitor's brief, for the first family it is offered to. */
export function PhonePreview(props: { readonly policy: Policy; readonly tried: readonly Tried[] | null }) {
  const words = useDeskWords('policies')
  const brief = useWords('brief')
  const base = useWords('base')
  const because = useGroundWords(fact => base.sources[fact.source])
  const { policy, tried } = props
  const first = tried?.find(({ fit, explained }) => fit.is === 'worth-explaining' && explained === null)
  return (
    <section className="phone-preview" aria-labelledby="phone-preview">
      <h2 className="sub" id="phone-preview">
        {words.onThePhone}
      </h2>
      <div className="on-phone">
        <p className="h">
          <b>{brief.policies}</b> <span className="note">{brief.policiesNote}</span>
        </p>
        <p>{policy.title}</p>
        {first?.fit.is === 'worth-explaining' ? (
          <p className="small two">{brief.because(because(first.fit.because))}</p>
        ) : null}
        <p className="song">{policy.plain}</p>
        {isSample(policy) ? <p className="small three">{words.sample}</p> : null}
      </div>
    </section>
  )
}
