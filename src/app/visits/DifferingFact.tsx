import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { FactWithSources } from '#app/ui/FactWithSources.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { choosersOf, type Difference } from '#domain/households/differences.ts'
import type { Fact, Household } from '#domain/households/household.ts'
import { useSourceWordsAmong } from './fact-words.ts'
import { spaced } from './spaced.ts'
import { useSettling, type SettlingActs } from './use-settling.ts'

/** One thing about which people said different words: each with its source, and one tap says which is used now [S10]. */
export function DifferingFact(props: { readonly household: Household; readonly difference: Difference }) {
  const { household, difference } = props
  const { key, is, facts, aside } = difference
  const words = useWords('brief')
  const { factNames } = useWords('base')
  const all = [...facts, ...aside]
  const sourceOf = useSourceWordsAmong(all)
  const chosenBy = useChosenBy(household)
  const settling = useSettling(household, key)
  const isUsed = (fact: Fact) => fact === facts[0]
  return (
    <>
      <FactWithSources
        question={factNames[key]}
        values={all.map(fact => ({
          id: `${fact.source}-${fact.by.id}-${fact.value}`,
          value: spaced(fact),
          source: sourceOf(fact),
          isCurrent: isUsed(fact),
          notes: chosenBy(fact),
          act: is === 'settled' && isUsed(fact) ? undefined : <Use fact={fact} settling={settling} />,
        }))}
      />
      {is === 'left-open' ? <p className="aside">{words.leftOpen}</p> : null}
      {is === 'open' ? (
        <Button kind="quiet" small disabled={settling.busy} onPress={settling.leaveOpen}>
          {words.leaveOpen}
        </Button>
      ) : null}
      {settling.refusal === undefined ? null : <Refusal>{settling.refusal}</Refusal>}
    </>
  )
}

function Use({ fact, settling }: { readonly fact: Fact; readonly settling: SettlingActs }) {
  const words = useWords('brief')
  return (
    <Button
      small
      disabled={settling.busy}
      label={words.chooseThisOne(spaced(fact))}
      onPress={() => settling.use(fact)}
    >
      {words.chooseThis}
    </Button>
  )
}

/** 4月16日，周敏说用这个: everybody who chose it, also where the log's order let another choice count. */
function useChosenBy(household: Household): (fact: Fact) => readonly string[] {
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  return fact =>
    choosersOf(household, fact).map(({ by, on }) => words.chosenBy(by.name, days.date(on, today)))
}
