import './voice.css'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { useLettingGo } from '../accounts/use-letting-go.ts'
import { play, type Playing } from './play.ts'
import type { VoiceNote, Voices } from './voices.ts'

/** The notes of one diary: each can be heard and deleted by the one who spoke it, and by nobody else. */
export function VoiceRows(props: {
  readonly notes: readonly VoiceNote[]
  readonly voices: Voices
  /** Told whenever one is let go or taken back: which are left. */
  readonly onLeft?: ((left: number) => void) | undefined
}) {
  const words = useWords('voice')
  const { notes, voices, onLeft } = props
  const lettingGo = useLettingGo<string>(id => {
    const note = notes.find(({ voice }) => voice === id)
    return note === undefined ? undefined : voices.drop(note)
  })
  const left = notes.filter(({ voice }) => !lettingGo.ids.has(voice)).length
  useEffect(() => onLeft?.(left), [left, onLeft])
  if (notes.length === 0) return null
  return (
    <ul className="voices" aria-label={words.list}>
      {notes.map(note => (
        <Row
          key={note.voice}
          note={note}
          voices={voices}
          letGo={lettingGo.ids.has(note.voice)}
          onLetGo={() => lettingGo.add(note.voice)}
          onKeep={() => lettingGo.take(note.voice)}
        />
      ))}
    </ul>
  )
}

function Row(props: {
  readonly note: VoiceNote
  readonly voices: Voices
  readonly letGo: boolean
  readonly onLetGo: () => void
  readonly onKeep: () => void
}) {
  const words = useWords('voice')
  const base = useWords('base')
  const { note, letGo } = props
  const { heard, toggle } = useHearing(props.voices, note)
  if (letGo)
    return (
      <li>
        <span className="two">{words.letGone}</span>
        <Button kind="quiet" small onPress={props.onKeep}>
          {base.undo}
        </Button>
      </li>
    )
  return (
    <li>
      <Button
        kind="quiet"
        small
        icon={heard === 'playing' ? 'stop' : 'play'}
        disabled={heard === 'fetching'}
        label={heard === 'playing' ? words.silence : words.hear(note.seconds)}
        onPress={toggle}
      >
        {words.lasts(note.seconds)}
      </Button>
      <span className="two" role="status">
        {heard === 'cannot'
          ? words.cannotHear
          : heard === 'playing'
            ? words.playing
            : words.stands[note.stands]}
      </span>
      <Button kind="quiet" small label={words.drop(note.seconds)} onPress={props.onLetGo}>
        {words.dropIt}
      </Button>
    </li>
  )
}

type Heard = 'quiet' | 'fetching' | 'playing' | 'cannot'

function useHearing(voices: Voices, note: VoiceNote) {
  const [heard, setHeard] = useState<Heard>('quiet')
  const playing = useRef<Playing | null>(null)
  useEffect(() => () => playing.current?.stop(), [])
  async function hear(): Promise<void> {
    setHeard('fetching')
    const sound = await voices.hear(note).catch(() => null)
    const begun = sound === null ? null : await play(sound)
    if (begun === null) return setHeard('cannot')
    playing.current = begun
    setHeard('playing')
    await begun.over
    playing.current = null
    setHeard('quiet')
  }
  const toggle = (): void => {
    if (heard === 'playing') playing.current?.stop()
    else void hear()
  }
  return { heard, toggle }
}
