import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Fact, Facts } from '#app/ui/Facts.tsx'
import { Mirror } from '#app/ui/Mirror.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty, Loading, Offline, Trouble } from '#app/ui/sentences.tsx'

/** Empty, waiting, offline, wrong, refused; and the mirror. */
export function SentenceParts() {
  const words = usePartsWords()
  const sync = useWords('sync')
  const today = useWords('today')
  const diary = useWords('diary')
  const refusals = useWords('refusals')
  const [empty, waiting, offline, wrong, refused] = words.sentenceKinds
  return (
    <>
      <Section heading={words.sentences}>
        <Facts plain>
          <Fact says={empty ?? ''}>
            <Empty>{today.nobodyTomorrow}</Empty>
          </Fact>
          <Fact says={waiting ?? ''}>
            <Loading done={{ got: 96, of: 214 }}>{sync.fetching(214, 96)}</Loading>
          </Fact>
          <Fact says={offline ?? ''}>
            <Offline />
          </Fact>
          <Fact says={wrong ?? ''}>
            <Trouble onAgain={() => undefined}>{sync.willRetry}</Trouble>
          </Fact>
          <Fact says={refused ?? ''}>
            <Trouble>{refusals.sentences['outside-grants']}</Trouble>
          </Fact>
        </Facts>
      </Section>
      <Section heading={diary.mirror} note={diary.mirrorNote}>
        <Mirror
          hints={[
            { heart: diary.hearts.responsibility, sentence: words.mirrorHint },
            { heart: diary.hearts.sincerity, sentence: diary.hints['told-by-themselves'] },
          ]}
        />
      </Section>
    </>
  )
}
