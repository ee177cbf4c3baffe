import { useWords } from '#app/i18n/words.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'

/** What is pressed under a diary: speak, not met, just sat; and the one way on, read or, where it was only spoken, saved. */
export function DiaryFoot(props: {
  readonly written: boolean
  readonly spoken: boolean
  readonly busy: boolean
  readonly onVoice: () => void
  readonly onNotHeld: () => void
  readonly onSave: () => void
  readonly onRead: () => void
}) {
  const words = useWords('diary')
  const voice = useWords('voice')
  const { written, spoken, busy } = props
  return (
    <Foot>
      <Acts set="ends">
        <Button kind="quiet" small icon="voice" onPress={props.onVoice}>
          {words.record}
        </Button>
        <Button kind="quiet" small onPress={props.onNotHeld}>
          {words.notHeld}
        </Button>
        {spoken && !written ? null : (
          <Button kind="quiet" small disabled={busy} onPress={props.onSave}>
            {words.justSat}
          </Button>
        )}
      </Acts>
      {spoken && !written ? (
        <Button kind="first" wide disabled={busy} onPress={props.onSave}>
          {voice.keepVoice}
        </Button>
      ) : (
        <Button kind="first" wide disabled={!written} onPress={props.onRead}>
          {words.readIt}
        </Button>
      )}
    </Foot>
  )
}
