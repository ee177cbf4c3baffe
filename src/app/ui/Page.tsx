import { type ReactNode, useEffect, useRef } from 'react'
import { Phrase } from './Phrase.tsx'

/** How the page's subject stands: a day on Today, a tab's name, a page opened from another, or alone on its page. */
export type PageSet = 'day' | 'tab' | 'opened' | 'alone'

const HEADERS: Record<PageSet, string> = {
  day: 'day',
  tab: 'top-of-tab',
  opened: '',
  alone: 'alone',
}

/** A phone's screen: bar above, subject, what is on it, and what is pressed below. */
export function Page(props: {
  /** What the browser and a screen reader call this screen: 今天, 访前一页 王守田家. */
  readonly name: string
  /** The subject as read on the screen; none where the screen draws its own heading (conversation card). */
  readonly heading?: ReactNode
  /** Second voice under the subject. */
  readonly under?: ReactNode
  readonly set?: PageSet | undefined
  /** `<Bar/>` of a page opened from another. */
  readonly above?: ReactNode
  /** `<TabBar/>` or `<Foot/>`. */
  readonly below?: ReactNode
  /** Leaves room at the right for `<GroupIndex/>`. */
  readonly indexed?: boolean | undefined
  /** A column that fills the height: the diary. */
  readonly column?: boolean | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode
}) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = props.name
  }, [props.name])
  useEffect(() => main.current?.focus({ preventScroll: true }), [])
  return (
    <div className="phone">
      <main ref={main} tabIndex={-1} className={classOf(props)}>
        {props.above}
        {props.heading === undefined ? null : (
          <header className={HEADERS[props.set ?? 'opened']}>
            <h1 className="title">
              {typeof props.heading === 'string' ? <Phrase>{props.heading}</Phrase> : props.heading}
            </h1>
            {props.under === undefined ? null : <div className="under">{props.under}</div>}
          </header>
        )}
        {props.children}
      </main>
      {props.below}
    </div>
  )
}

const classOf = (props: {
  readonly indexed?: boolean | undefined
  readonly column?: boolean | undefined
  readonly className?: string | undefined
}): string =>
  ['page', props.indexed ? 'indexed' : '', props.column ? 'col' : '', props.className ?? '']
    .filter(word => word !== '')
    .join(' ')
