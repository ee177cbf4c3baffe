import { useEffect, useState } from 'react'
import { readSettings, showSettings } from './settings.ts'

/** Low light for a dim room, while this screen is open: `const [night, setNight] = useNight()`. Not kept: the next page is as chosen. */
export function useNight(): readonly [boolean, (night: boolean) => void] {
  const [night, setNight] = useState(false)
  useEffect(() => {
    if (!night) return
    document.documentElement.dataset['theme'] = 'night'
    return () => showSettings(readSettings())
  }, [night])
  return [night, setNight]
}
