import { useEffect, useRef, useState } from 'react'
import { longestVoice } from '#domain/visits/voice.ts'
import { openMicrophone, recordPieces, type Recorder } from './record.ts'
import type { VoiceAbout, Voices } from './voices.ts'

/** How recording stands. `seconds`: so much of it is on the disk, which is what is shown and what is sure [S3]. */
export type Recording =
  | { readonly is: 'ready' }
  | { readonly is: 'asking' }
  | { readonly is: 'speaking'; readonly seconds: number }
  | { readonly is: 'over'; readonly because: 'said' | 'full' }
  | { readonly is: 'cannot'; readonly because: 'not-allowed' | 'no-microphone' | 'not-able' | 'full' }

/** Records one note. It ends by itself at the longest length, when the disk is full, and when this leaves the screen. */
export function useRecording(voices: Voices | null, about: Omit<VoiceAbout, 'mime'>) {
  const [recording, setRecording] = useState<Recording>({ is: 'ready' })
  const recorder = useRef<Recorder | null>(null)
  useEffect(() => () => void recorder.current?.stop(), [])

  async function begin(): Promise<void> {
    if (voices === null || recorder.current !== null) return
    setRecording({ is: 'asking' })
    const microphone = await openMicrophone()
    if (!microphone.ok) return setRecording({ is: 'cannot', because: microphone.because })
    const speaking = await voices.begin({ ...about, mime: microphone.mime })
    if (speaking === null) {
      for (const track of microphone.stream.getTracks()) track.stop()
      return setRecording({ is: 'cannot', because: 'full' })
    }
    let seconds = 0
    setRecording({ is: 'speaking', seconds })
    const lay = async (piece: Parameters<typeof speaking.lay>[0]): Promise<boolean> => {
      const isLaid = await speaking.lay(piece)
      if (isLaid) setRecording({ is: 'speaking', seconds: ++seconds })
      if (seconds >= longestVoice) void recorder.current?.stop()
      return isLaid
    }
    recorder.current = recordPieces(microphone, lay, because => {
      recorder.current = null
      setRecording({ is: 'over', because: because === 'full' ? 'full' : 'said' })
    })
  }

  return { recording, begin, stop: async () => recorder.current?.stop() }
}
