import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarAct } from '#app/ui/Bar.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { FollowForm } from './FollowForm.tsx'
import type { FormalProps } from './FormalChannel.tsx'
import { PrintedWords } from './PrintedWords.tsx'
import { useReadAloud } from './read-aloud.ts'

/** Read back to them, large, by the phone's own voice or by whoever sits there; then on paper, and wiped here. */
export function ReadBack(
  props: FormalProps & {
    readonly text: string
    readonly onWipe: () => void
    readonly onDone: () => void
  },
) {
  const words = useWords('formal')
  const toast = useToast()
  const today = useToday()
  const aloud = useReadAloud(props.text)
  const [following, setFollowing] = useState(false)
  const wipe = () => {
    props.onWipe()
    toast(words.wiped)
    props.onDone()
  }
  return (
    <Page
      name={props.name}
      className="read-back"
      above={
        <Bar
          back={`/families/${props.household.id}/talk`}
          onBack={props.onBack}
          says={words.isItSo}
          act={<BarAct icon="print" says={words.print} leads={{ onPress: () => window.print() }} />}
        />
      }
      below={
        <Foot>
          <Acts>
            <Button onPress={wipe}>{words.wipe}</Button>
            <Button onPress={() => setFollowing(true)}>{words.follow}</Button>
          </Acts>
        </Foot>
      }
    >
      {aloud.canRead ? (
        <Button icon="voice" onPress={aloud.reading ? aloud.stop : aloud.start}>
          {aloud.reading ? words.stopReading : words.readAloud}
        </Button>
      ) : (
        <p className="aside not-printed">{words.noVoice}</p>
      )}
      <p className="said-words not-printed">{props.text}</p>
      <PrintedWords text={props.text} today={today} />
      <p className="aside not-printed">{words.afterPrint}</p>
      <Sheet open={following} onClose={() => setFollowing(false)} heading={words.follow}>
        <FollowForm household={props.household} onDone={() => setFollowing(false)} />
      </Sheet>
    </Page>
  )
}
