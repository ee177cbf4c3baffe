import { useLayoutEffect } from 'react'
import { useNight } from '#app/ui/night.ts'

/** Low light that stays with this page's step of history, so that the card of old accounts and the way back stay dark [H7]. */
export function useNightHere(): readonly [boolean, (night: boolean) => void] {
  const [night, setNight] = useNight()
  useLayoutEffect(() => {
    if (wasNight()) setNight(true)
  }, [setNight])
  const change = (next: boolean) => {
    window.history.replaceState({ night: next }, '')
    setNight(next)
  }
  return [night, change]
}

function wasNight(): boolean {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'night' in state && state.night === true
}
