import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from './Button.tsx'
import { watchForNewVersion } from './new-version.ts'

/* Only where nothing is being written or read out to somebody. */
const QUIET_PAGES = ['/today', '/families', '/needs', '/me']

/** Says that a new version waits, and changes to it when asked; never while something is being written. */
export function NewVersion() {
  const words = useWords('base')
  const [path] = useLocation()
  const [change, setChange] = useState<(() => void) | undefined>(undefined)
  useEffect(() => watchForNewVersion(ready => setChange(() => ready)), [])
  if (change === undefined || !QUIET_PAGES.includes(path)) return null
  return (
    <div className="new-version" role="status">
      <span>{words.newVersion}</span>
      <Button kind="quiet" small onPress={change}>
        {words.changeNow}
      </Button>
    </div>
  )
}
