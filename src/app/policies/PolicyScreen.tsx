import { useParams } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarAct } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Dots } from '#app/ui/Dots.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { useGoBack } from '#app/ui/way-back.tsx'
import { explainedOn } from '#domain/policies/fit.ts'
import { isSample, type Policy } from '#domain/policies/policy.ts'
import { NotHere } from '../visits/NotHere.tsx'
import { useFamily } from '../visits/use-family.ts'
import { useExplaining } from './use-explaining.ts'
import { usePolicy } from './use-policy-fit.ts'

/** One policy in plain words, large, to be read out or handed over on paper. */
export function PolicyScreen() {
  const { policy: id = '' } = useParams<{ policy: string }>()
  const seen = useFamily()
  const policy = usePolicy(id)
  return seen === null || policy === null ? <NotHere /> : <PolicyPage seen={seen} policy={policy} />
}

function PolicyPage({ seen, policy }: { readonly seen: HouseholdSeen; readonly policy: Policy }) {
  const words = useWords('policies')
  const brief = useWords('brief')
  const above = `/families/${seen.household.id}`
  return (
    <Page
      name={policy.title}
      heading={policy.title}
      under={<Phrase>{brief.policiesNote}</Phrase>}
      above={
        <Bar
          back={above}
          says={words.page}
          act={<BarAct icon="print" says={brief.print} leads={{ onPress: () => window.print() }} />}
        />
      }
      below={<Explained seen={seen} policy={policy} />}
    >
      <p className="read-out">
        <Phrase>{policy.plain}</Phrase>
      </p>
      <Section heading={words.papers}>
        <Dots lines={policy.papers.map(paper => ({ id: paper, says: paper }))} />
      </Section>
      {policy.place === '' ? null : (
        <Section heading={words.place}>
          <p className="lead">{policy.place}</p>
        </Section>
      )}
      <Basis policy={policy} />
    </Page>
  )
}

function Basis({ policy }: { readonly policy: Policy }) {
  const words = useWords('policies')
  const days = useWords('days')
  const today = useToday()
  const { source, sourceOn, validUntil } = policy
  return (
    <Section heading={words.basis}>
      <p className="note">
        {sourceOn === null ? source : words.sourceOf(source, days.date(sourceOn, today))}
      </p>
      {validUntil === null ? null : <p className="note">{words.validUntil(days.date(validUntil, today))}</p>}
      <p className="note">{isSample(policy) ? words.sample : words.checkedBy(policy.checkedBy)}</p>
    </Section>
  )
}

function Explained({ seen, policy }: { readonly seen: HouseholdSeen; readonly policy: Policy }) {
  const words = useWords('policies')
  const days = useWords('days')
  const today = useToday()
  const goBack = useGoBack(`/families/${seen.household.id}`)
  const { noteExplained, refusal } = useExplaining(seen)
  const on = explainedOn(seen.household, policy, today)
  return (
    <Foot>
      {refusal === undefined ? null : <Refusal>{refusal}</Refusal>}
      {on === null ? (
        <Button kind="first" wide onPress={() => void noteExplained(policy)}>
          {words.explained}
        </Button>
      ) : (
        <Button wide onPress={goBack}>
          {words.backExplained(days.date(on, today))}
        </Button>
      )}
    </Foot>
  )
}
