import { useWords } from '#app/i18n/words.tsx'
import type { Draft } from '#app/sync/wuxin.tsx'
import { Bar, BarWord } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DiarySheet } from '#app/ui/DiarySheet.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { FormalProps } from './FormalChannel.tsx'

/** A blank page for the family's own words: three things to think of, and nothing to fill in [H2] [H19]. */
export function OwnWords(
  props: FormalProps & {
    readonly text: string
    readonly saved: Draft['saved']
    readonly onChange: (text: string) => void
    readonly onDone: () => void
  },
) {
  const words = useWords('formal')
  const sync = useWords('sync')
  return (
    <Page
      name={props.name}
      className="own-words"
      column
      above={
        <Bar
          back={`/families/${props.household.id}/talk`}
          onBack={props.onBack}
          says={words.ownWords}
          act={props.text === '' ? undefined : <BarWord icon="lock">{words.onThisPhone}</BarWord>}
        />
      }
      below={
        <Foot>
          <Button kind="first" wide disabled={props.text.trim() === ''} onPress={props.onDone}>
            {words.readBack}
          </Button>
        </Foot>
      }
    >
      <p className="aside">{words.guide}</p>
      {props.saved === 'not-stored' ? <Refusal>{sync.notStoredLong}</Refusal> : null}
      <DiarySheet
        label={words.ownWords}
        hint={words.blank}
        value={props.text}
        onChange={props.onChange}
        startWriting
      />
    </Page>
  )
}
