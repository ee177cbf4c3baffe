import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { MarginList, MarginRow } from '#app/ui/MarginList.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { daysBetween } from '#domain/base/days.ts'
import type { PromiseOf } from '#domain/promises/standing.ts'
import { useNaming } from '../phone/use-naming.ts'

/** Promises by their day; one past its day says how long it lies there, never who let it lie. */
export function PromiseRows(props: {
  readonly promises: readonly PromiseOf[]
  readonly onOpen: (one: PromiseOf) => void
}) {
  const words = useWords('today')
  const promises = useWords('promises')
  const needs = useWords('needs')
  const days = useWords('days')
  const today = useToday()
  const naming = useNaming()
  return (
    <MarginList>
      {props.promises.map(one => {
        const { dueOn, id, words: said } = one.promised
        return (
          <MarginRow
            key={id}
            when={dueOn === null ? words.noDay : days.day(dueOn, today)}
            tone={one.past && one.toTell === null ? 'lying' : undefined}
            leads={
              one.toTell === null ? { onPress: () => props.onOpen(one) } : { to: `/needs/${one.toTell.id}` }
            }
          >
            <p className="what">{words.oweWord(naming.family(one.household), said)}</p>
            {one.toTell !== null ? (
              <Mark state="in-hand" tone="due">
                {needs.stage.toTell}
              </Mark>
            ) : one.past && dueOn !== null ? (
              <Mark state="left-lying">{promises.lying(daysBetween(dueOn, today))}</Mark>
            ) : null}
          </MarginRow>
        )
      })}
    </MarginList>
  )
}
