import type { ComponentType, ReactNode } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Press } from '#app/ui/Press.tsx'
import { Editions } from './Editions.tsx'
import { Outcome } from './Outcome.tsx'
import type { LinesOf } from './use-catalogue.ts'
import type { useLine } from './use-line.ts'

/** The frame round a line under the pen: where it stands, its fields, what came of it, its acts and its earlier versions. */
export function LineForm<Line extends { readonly id: string }>(props: {
  readonly of: LinesOf<Line>
  readonly edit: ReturnType<typeof useLine<Line>>
  readonly home: string
  readonly heading: string
  /** 政策，第 17 条 */
  readonly numbered: (number: number) => string
  readonly under: string
  readonly fieldWords: Readonly<Record<string, string>>
  readonly Theirs: ComponentType<{ readonly line: Line }>
  readonly children: ReactNode
}) {
  const words = useDeskWords('catalogues')
  const { edit, home, of } = props
  const { place, line } = edit
  return (
    <form className="policy-form" onSubmit={event => void edit.send(event)}>
      <p className="small two">
        <Press leads={{ onPress: () => void edit.leave(), to: home }} className="link">
          {words.back}
        </Press>{' '}
        · {place < 0 ? words.fresh : props.numbered(place + 1)}
      </p>
      <h1 className="title">{props.heading === '' ? words.fresh : props.heading}</h1>
      <p className="note small two">{props.under}</p>
      {props.children}
      <Outcome
        outcome={edit.outcome}
        moved={edit.moved}
        id={line.id}
        fieldWords={props.fieldWords}
        Theirs={props.Theirs}
        onTakeTheirs={edit.setLine}
      />
      <div className="acts left">
        <Button kind="first" sends>
          {words.save}
        </Button>
        {place < 0 ? null : (
          <Button kind="quiet" onPress={() => void edit.takeOut()}>
            {words.takeOut}
          </Button>
        )}
      </div>
      {place < 0 ? null : (
        <Editions key={edit.catalogue.version} of={of} id={line.id} onTakeBack={edit.setLine} />
      )}
    </form>
  )
}
