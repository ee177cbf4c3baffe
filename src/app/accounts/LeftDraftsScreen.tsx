import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDrafts } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { LeftDraft } from './left-drafts.ts'
import { useLettingGo } from './use-letting-go.ts'
import { useLeftDrafts } from './use-left-drafts.ts'

/** Half-written words of families this phone has forgotten: copied out for a colleague, or let go knowingly [S5] [S13]. */
export function LeftDraftsScreen() {
  const me = useWords('me')
  const words = me.left
  const drafts = useLeftDrafts()
  const lettingGo = useLettingGo<string>(useDrafts().letGo)
  return (
    <Page
      name={words.row}
      heading={words.row}
      under={drafts.length === 0 ? undefined : words.under}
      above={<Bar back="/me" says={me.name} />}
    >
      {drafts.length === 0 ? <Empty>{words.none}</Empty> : null}
      {drafts.map(draft => (
        <Left
          key={draft.key}
          draft={draft}
          letGo={lettingGo.ids.has(draft.key)}
          onLetGo={() => lettingGo.add(draft.key)}
          onKeep={() => lettingGo.take(draft.key)}
        />
      ))}
    </Page>
  )
}

function Left(props: {
  readonly draft: LeftDraft
  readonly letGo: boolean
  readonly onLetGo: () => void
  readonly onKeep: () => void
}) {
  const words = useWords('me').left
  const base = useWords('base')
  const voice = useWords('voice')
  const { draft, letGo } = props
  const [copied, setCopied] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(draft.words).then(
      () => setCopied(words.copied),
      () => setCopied(words.notCopied),
    )
  return (
    <Section heading={words.kinds[draft.kind]} note={letGo ? words.letGone : undefined}>
      {draft.words === '' ? null : <Quote>{draft.words}</Quote>}
      {draft.spoken ? <p className="small two">{voice.leftVoice}</p> : null}
      {letGo ? (
        <Button kind="quiet" small onPress={props.onKeep}>
          {base.undo}
        </Button>
      ) : (
        <Acts>
          <Button small onPress={() => void copy()}>
            {words.copy}
          </Button>
          <Button small onPress={props.onLetGo}>
            {words.letGo}
          </Button>
        </Acts>
      )}
      <p className="small two" role="status">
        {copied}
      </p>
    </Section>
  )
}
