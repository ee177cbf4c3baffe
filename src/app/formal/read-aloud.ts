import { useEffect, useState } from 'react'

export type ReadAloud = {
  /** A voice of this device itself speaks Chinese; words never leave it to be spoken. */
  readonly canRead: boolean
  readonly reading: boolean
  readonly start: () => void
  readonly stop: () => void
}

/** Reads a text out with the device's own voice, where it has one. */
export function useReadAloud(text: string): ReadAloud {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  const [reading, setReading] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = () => setVoice(ownVoice())
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [])
  const start = () => {
    if (voice === null) return
    const spoken = new SpeechSynthesisUtterance(text)
    spoken.voice = voice
    spoken.lang = voice.lang
    spoken.rate = 0.85
    spoken.addEventListener('end', () => setReading(false))
    spoken.addEventListener('error', () => setReading(false))
    setReading(true)
    speechSynthesis.cancel()
    speechSynthesis.speak(spoken)
  }
  const stop = () => {
    speechSynthesis.cancel()
    setReading(false)
  }
  return { canRead: voice !== null, reading, start, stop }
}

/** A voice that some browsers fetch from elsewhere is none of ours. */
const ownVoice = (): SpeechSynthesisVoice | null =>
  speechSynthesis.getVoices().find(({ localService, lang }) => localService && lang.startsWith('zh')) ?? null
