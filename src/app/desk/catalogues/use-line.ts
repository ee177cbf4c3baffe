import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { useEdit, type Catalogue, type LinesOf } from './use-catalogue.ts'

/** One line of a catalogue under the pen: written, sent, taken out. */
export function useLine<Line extends { readonly id: string }>(props: {
  readonly of: LinesOf<Line>
  readonly begun: Line
  readonly catalogue: Catalogue<Line>
  readonly again: () => Promise<void>
  /** Where the list is. */
  readonly home: string
  readonly titleOf: (line: Line) => string
}) {
  const words = useDeskWords('catalogues')
  const say = useToast()
  const [, go] = useLocation()
  const { of, again, home, titleOf } = props
  const [line, setLine] = useState(props.begun)
  const edit = useEdit(of, props.catalogue)
  const { catalogue, keep } = edit
  const place = catalogue.lines.findIndex(({ id }) => id === line.id)

  const leave = async () => {
    await again()
    go(home)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const written = place < 0 ? { ...line, id: newLineId(catalogue.lines) } : line
    const kept = await keep(lines =>
      place < 0 ? [...lines, written] : lines.map(one => (one.id === line.id ? written : one)),
    )
    if (!kept) return
    say(words.saved(catalogue.version + 1))
    if (written.id !== line.id) await leave()
  }
  const takeOut = async () => {
    if (!(await keep(lines => lines.filter(({ id }) => id !== line.id)))) return
    say(words.tookOut(titleOf(line)))
    await leave()
  }
  return { ...edit, line, setLine, place, send, takeOut, leave }
}

/** The id of a line that nobody has kept yet. */
export const newLine = 'new'

/** The first free one: the office's own lines count on. */
function newLineId(lines: readonly { readonly id: string }[]): string {
  const taken = new Set(lines.map(({ id }) => id))
  for (let number = 1; ; number += 1) if (!taken.has(`own-${String(number)}`)) return `own-${String(number)}`
}
