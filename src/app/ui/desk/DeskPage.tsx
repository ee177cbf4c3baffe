import { type ReactNode, useEffect } from 'react'
import { Acts } from '../Button.tsx'

/** A page at the desk: its subject, a note under it, its acts at the right, and what is on it. */
export function DeskPage(props: {
  readonly name: string
  readonly heading: ReactNode
  readonly note?: ReactNode
  /** `<Button/>`s; at most one of them `first`. */
  readonly acts?: ReactNode
  readonly children?: ReactNode
}) {
  useName(props.name)
  return (
    <main className="main">
      <header className="head">
        <div>
          <h1 className="title">{props.heading}</h1>
          {props.note === undefined ? null : <p className="note">{props.note}</p>}
        </div>
        {props.acts === undefined ? null : <Acts>{props.acts}</Acts>}
      </header>
      {props.children}
    </main>
  )
}

/** A list at the left and the one that is opened beside it, on a sheet. */
export function DeskSplit(props: {
  readonly name: string
  readonly heading: ReactNode
  readonly note?: ReactNode
  /** The list under the heading. */
  readonly list: ReactNode
  /** What is opened. */
  readonly children?: ReactNode
}) {
  useName(props.name)
  return (
    <main className="main split">
      <section className="beside-list">
        <h1 className="title">{props.heading}</h1>
        {props.note === undefined ? null : <p className="small two">{props.note}</p>}
        {props.list}
      </section>
      <article className="beside-open">{props.children}</article>
    </main>
  )
}

const useName = (name: string): void => {
  useEffect(() => {
    document.title = name
  }, [name])
}
