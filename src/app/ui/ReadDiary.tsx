import type { ReactNode } from 'react'
import type { FindingKind } from './Finding.tsx'

/** Words of the diary a finding came from: from `start` up to `end`, counted in UTF-16 units of the text. */
export type DiaryMark = {
  readonly start: number
  readonly end: number
  readonly number: number
  readonly kind: FindingKind
  /** Taken or left: the underline goes, the number stays. */
  readonly settled: boolean
}

/** The diary as written, its found words underlined and numbered. Marks must not overlap; one that would is left out. */
export function ReadDiary({ text, marks }: { readonly text: string; readonly marks: readonly DiaryMark[] }) {
  const ordered = [...marks].sort((one, other) => one.start - other.start)
  return (
    <div className="write lined read">
      {paragraphsOf(text).map(paragraph => (
        <p key={paragraph.start}>{withMarks(text, paragraph, ordered)}</p>
      ))}
    </div>
  )
}

type Stretch = { readonly start: number; readonly end: number }

const paragraphsOf = (text: string): readonly Stretch[] => {
  const found: Stretch[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return found
}

const withMarks = (text: string, within: Stretch, marks: readonly DiaryMark[]): readonly ReactNode[] => {
  const nodes: ReactNode[] = []
  let at = within.start
  for (const mark of marks) {
    const end = Math.min(mark.end, within.end)
    if (mark.start < at || mark.start >= within.end || end <= mark.start) continue
    nodes.push(
      text.slice(at, mark.start),
      <Marked key={mark.number} mark={mark} words={text.slice(mark.start, end)} />,
    )
    at = end
  }
  nodes.push(text.slice(at, within.end))
  return nodes
}

function Marked({ mark, words }: { readonly mark: DiaryMark; readonly words: string }) {
  const quiet = mark.settled || mark.kind === 'fact' || mark.kind === 'question'
  return (
    <>
      <mark className={mark.settled ? 'settled' : `k-${mark.kind}`}>{words}</mark>
      {/* word joiner: the number never begins a line */}
      {'\u2060'}
      <sup className={quiet ? 'grey' : undefined}>{mark.number}</sup>
    </>
  )
}
