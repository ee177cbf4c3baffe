import { useEffect, useRef } from 'react'
import { useKeyboardRoom } from './keyboard-room.ts'

/** The sheet a diary is written on. It grows with the story, and what is being written stays in sight above the keyboard. */
export function DiarySheet(props: {
  /** For a screen reader: 王守田家的日记 */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Every change reaches the disk within a second [S3]; called when the page is about to be hidden too. */
  readonly onLeave?: (() => void) | undefined
  readonly hint?: string | undefined
  readonly startWriting?: boolean | undefined
}) {
  const sheet = useRef<HTMLTextAreaElement>(null)
  useKeyboardRoom()
  useEffect(() => {
    const area = sheet.current
    if (!props.startWriting || area === null) return
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
  }, [props.startWriting])
  return (
    <div className="write lined grow" data-copy={props.value}>
      <textarea
        ref={sheet}
        aria-label={props.label}
        placeholder={props.hint}
        value={props.value}
        autoComplete="off"
        onChange={event => props.onChange(event.target.value)}
        onBlur={props.onLeave}
      />
    </div>
  )
}
