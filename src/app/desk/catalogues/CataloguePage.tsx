import type { ReactNode } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DeskPage } from '#app/ui/desk/DeskPage.tsx'
import { useSinceWords } from './since-words.ts'
import type { Catalogue } from './use-catalogue.ts'

/** The list of a catalogue: what it is for, since when it reads as it does, and one button that begins a new line. */
export function CataloguePage(props: {
  readonly name: string
  readonly heading: string
  readonly under: string
  readonly catalogue: Catalogue<unknown>
  readonly add: { readonly says: string; readonly to: string }
  readonly children: ReactNode
}) {
  const since = useSinceWords()
  return (
    <DeskPage
      name={props.name}
      heading={props.heading}
      note={
        <>
          {props.under} {since(props.catalogue)}
        </>
      }
      acts={<Button to={props.add.to}>{props.add.says}</Button>}
    >
      {props.children}
    </DeskPage>
  )
}

/** Who has checked a line against what holds here; nobody yet leaves it a sample. */
export function CheckedCell({ by }: { readonly by: string }) {
  const words = useDeskWords('catalogues')
  return <td className={by === '' ? 'three' : undefined}>{by === '' ? words.sample : by}</td>
}
