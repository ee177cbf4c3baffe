import './voice.css'
import { useEffect, useEffectEvent } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { longestVoice, voiceKeptForDays } from '#domain/visits/voice.ts'
import { useRecording, type Recording } from './use-recording.ts'
import type { VoiceAbout, Voices } from './voices.ts'

type VoiceSheetProps = {
  readonly voices: Voices | null
  readonly about: Omit<VoiceAbout, 'mime'>
  /** A note has begun: the diary it belongs to is begun as well. */
  readonly onBegun: () => void
  readonly onClose: () => void
}

/** 录一段: the visitor's own words, after leaving. The family is never recorded [H8]. */
export function VoiceSheet(props: VoiceSheetProps & { readonly open: boolean }) {
  const words = useWords('voice')
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={words.heading}>
      <Speak {...props} />
    </Sheet>
  )
}

function Speak({ voices, about, onBegun, onClose }: VoiceSheetProps) {
  const words = useWords('voice')
  const { recording, begin, stop } = useRecording(voices, about)
  const isSpeaking = recording.is === 'speaking'
  const begun = useEffectEvent(onBegun)
  useEffect(() => {
    if (isSpeaking) begun()
  }, [isSpeaking])
  const isSaid = recording.is === 'over' && recording.because === 'said'
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isSaid) close()
  }, [isSaid])
  return (
    <div className="voice">
      <p className="own-words">
        <Phrase>{words.ownWords}</Phrase>
      </p>
      {recording.is === 'speaking' ? (
        <p className="said" role="timer">
          <b>{words.clock(recording.seconds)}</b>
          <span>{words.left(longestVoice - recording.seconds)}</span>
        </p>
      ) : (
        <Kept />
      )}
      <WhyNot recording={recording} />
      <div className="form-end">
        {recording.is === 'speaking' ? (
          <Button kind="first" wide icon="stop" onPress={() => void stop()}>
            {words.stop}
          </Button>
        ) : (
          <Button
            kind="first"
            wide
            icon="voice"
            disabled={recording.is === 'asking' || voices === null}
            onPress={() => void begin()}
          >
            {words.begin}
          </Button>
        )}
      </div>
    </div>
  )
}

function Kept() {
  const words = useWords('voice')
  return words.kept(longestVoice / 60, voiceKeptForDays).map(sentence => (
    <p key={sentence} className="kept">
      <Phrase>{sentence}</Phrase>
    </p>
  ))
}

function WhyNot({ recording }: { readonly recording: Recording }) {
  const words = useWords('voice')
  if (recording.is === 'cannot') return <Refusal>{words.cannot[recording.because]}</Refusal>
  if (recording.is === 'over' && recording.because === 'full') return <Refusal>{words.fullMeanwhile}</Refusal>
  return null
}
