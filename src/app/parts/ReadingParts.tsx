import { useState } from 'react'
import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { Finding, type FindingState } from '#app/ui/Finding.tsx'
import { type DiaryMark, ReadDiary } from '#app/ui/ReadDiary.tsx'
import { Section } from '#app/ui/Section.tsx'

const KINDS = ['need', 'promise', 'question', 'fact'] as const

/** A diary as it is read, and two of what was found in it. */
export function ReadingParts() {
  const words = usePartsWords()
  const [first, setFirst] = useState<FindingState>('taken')
  const [second, setSecond] = useState<FindingState>('open')
  const states = [first, second]
  const changes = [setFirst, setSecond]
  const marks: readonly DiaryMark[] = words.diaryMarks.map((found, place) => {
    const start = words.diaryText.indexOf(found)
    const kind = KINDS[place] ?? 'fact'
    return { start, end: start + found.length, number: place + 1, kind, settled: states[place] === 'taken' }
  })
  return (
    <Section bare heading={words.finding}>
      <ReadDiary text={words.diaryText} marks={marks} />
      <ul>
        {words.findings.map((finding, place) => (
          <Finding
            key={finding.says}
            number={place + 1}
            kind={KINDS[place] ?? 'fact'}
            says={finding.says}
            sentence={finding.sentence}
            state={states[place] ?? 'open'}
            onTake={() => changes[place]?.('taken')}
            onMend={() => undefined}
            onLeave={() => changes[place]?.('left')}
            onUndo={() => changes[place]?.('open')}
          />
        ))}
      </ul>
    </Section>
  )
}
