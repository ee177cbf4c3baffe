import './catalogues.css'
import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { Arrived } from '../DeskSentence.tsx'
import { useCatalogueNow, type Catalogue, type LinesOf } from './use-catalogue.ts'

/** What a catalogue's screens are given. */
export type Asked<Line> = { readonly catalogue: Catalogue<Line>; readonly again: () => Promise<void> }

/** A catalogue at the desk: its list, or one line under the pen by its address. */
export function CatalogueSwitch<Line extends { readonly id: string }>(props: {
  readonly of: LinesOf<Line>
  readonly home: string
  readonly name: string
  readonly heading: string
  /** The line an address stands for that is in no catalogue yet; undefined where it stands for none. */
  readonly fresh: (id: string) => Line | undefined
  readonly List: ComponentType<Asked<Line>>
  readonly Editor: ComponentType<Asked<Line> & { readonly begun: Line }>
}) {
  const words = useDeskWords('catalogues')
  const { List, Editor } = props
  const [shown, again] = useCatalogueNow(props.of)
  return (
    <Arrived shown={shown} again={again}>
      {catalogue => (
        <Switch>
          <Route path={`${props.home}/:id`}>
            {({ id }) => {
              const line = props.fresh(id) ?? catalogue.lines.find(one => one.id === id)
              if (line !== undefined)
                return <Editor key={id} begun={line} catalogue={catalogue} again={again} />
              return (
                <DeskPage name={props.name} heading={props.heading}>
                  <Empty>{words.gone}</Empty>
                  <Button to={props.home}>{words.back}</Button>
                </DeskPage>
              )
            }}
          </Route>
          <Route>
            <List catalogue={catalogue} again={again} />
          </Route>
        </Switch>
      )}
    </Arrived>
  )
}
