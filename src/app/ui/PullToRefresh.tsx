import { type ReactNode, type TouchEvent, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'

const ENOUGH_PX = 64
const MOST_PX = 96

/** Pulling the page down from its top asks again; a habit people have. The sync line's own button does the same. */
export function PullToRefresh(props: {
  readonly onRefresh: () => Promise<void>
  readonly children: ReactNode
}) {
  const words = useWords('sync')
  const [pulled, setPulled] = useState(0)
  const [asking, setAsking] = useState(false)
  const from = useRef<number | undefined>(undefined)

  const start = (event: TouchEvent) => {
    from.current = window.scrollY <= 0 && !asking ? event.touches[0]?.clientY : undefined
  }
  const move = (event: TouchEvent) => {
    const touch = event.touches[0]
    if (from.current === undefined || touch === undefined) return
    setPulled(Math.max(0, Math.min(MOST_PX, (touch.clientY - from.current) / 2)))
  }
  const end = () => {
    from.current = undefined
    setPulled(0)
    if (pulled < ENOUGH_PX) return
    setAsking(true)
    void props.onRefresh().finally(() => setAsking(false))
  }

  const height = asking ? ENOUGH_PX : pulled
  return (
    <div onTouchStart={start} onTouchMove={move} onTouchEnd={end} onTouchCancel={end}>
      <div className="pull" style={{ height }} role="status">
        {height === 0 ? null : asking ? words.asking : pulled < ENOUGH_PX ? words.pull : words.letGo}
      </div>
      {props.children}
    </div>
  )
}
