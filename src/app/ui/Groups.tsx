import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'

/** The name of a village group above its families; stays at the top while its families are read. */
export function GroupHeading(props: {
  readonly id: string
  /** 三组 */
  readonly name: string
  /** 41 户，塘的东边 */
  readonly note?: ReactNode
}) {
  return (
    <h2 className="group" id={props.id}>
      {props.name} {props.note === undefined ? null : <span>{props.note}</span>}
    </h2>
  )
}

/** The groups at the right edge, one touch away: 一 二 三. */
export function GroupIndex(props: {
  /** `id` of the group's heading, and one or two characters for it. */
  readonly groups: readonly { readonly id: string; readonly says: string; readonly name: string }[]
  readonly on?: string | undefined
  readonly onGo?: ((id: string) => void) | undefined
}) {
  const words = useWords('base')
  const go = (id: string) => {
    document.getElementById(id)?.scrollIntoView()
    props.onGo?.(id)
  }
  return (
    <nav className="index" aria-label={words.byGroup}>
      {props.groups.map(group => (
        <button
          key={group.id}
          type="button"
          aria-label={group.name}
          aria-current={group.id === props.on ? 'true' : undefined}
          onClick={() => go(group.id)}
        >
          {group.says}
        </button>
      ))}
    </nav>
  )
}
