import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { dayOf } from '#domain/base/days.ts'
import type { CatalogueEdition, EditionLine } from '#domain/catalogues/catalogue.ts'
import { ask } from '../ask.ts'
import { Arrived, useWhy } from '../DeskSentence.tsx'
import { useDeskToday } from '../sitting.tsx'
import { useAsked } from '../use-asked.ts'
import type { LinesOf } from './use-catalogue.ts'

type Props<Line> = {
  readonly of: LinesOf<Line>
  readonly id: string
  readonly onTakeBack: (line: Line) => void
}

/** Earlier versions of the catalogue: who wrote them and when; the words of one can be taken back into the form. */
export function Editions<Line extends { readonly id: string }>(props: Props<Line>) {
  const words = useDeskWords('catalogues')
  const [open, setOpen] = useState(false)
  return (
    <details className="join" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.history}</summary>
      {open ? <Lines {...props} /> : null}
    </details>
  )
}

function Lines<Line extends { readonly id: string }>(props: Props<Line>) {
  const words = useDeskWords('catalogues')
  const days = useWords('days')
  const today = useDeskToday()
  const why = useWhy()
  const [shown, again] = useAsked<readonly EditionLine[]>(`/api/catalogues/${props.of.name}/history`)
  const [said, setSaid] = useState<string | null>(null)
  const takeBack = async (version: number) => {
    const answer = await ask<CatalogueEdition>(`/api/catalogues/${props.of.name}/${String(version)}`)
    if (!answer.ok) return setSaid(why(answer.because))
    const line = props.of.from(answer.value.body).find(({ id }) => id === props.id)
    if (line === undefined) return setSaid(words.notInThat(version))
    props.onTakeBack(line)
    setSaid(words.tookBack(version))
  }
  return (
    <Arrived shown={shown} again={again}>
      {editions => (
        <>
          {editions.length === 0 ? <p className="small two">{words.noHistory}</p> : null}
          <ul className="editions">
            {editions.map(({ version, editedBy, editedAt }) => (
              <li key={version}>
                {words.edition(version, editedBy.name, days.date(dayOf(editedAt), today))}
                <Button kind="quiet" small onPress={() => void takeBack(version)}>
                  {words.takeBack}
                </Button>
              </li>
            ))}
          </ul>
          {said === null ? null : (
            <p className="small two" role="status">
              {said}
            </p>
          )}
        </>
      )}
    </Arrived>
  )
}
