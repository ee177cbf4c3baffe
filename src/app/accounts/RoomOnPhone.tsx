import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { lookAtSpace, type Space } from '#app/sync/space.ts'
import { Trouble } from '#app/ui/sentences.tsx'

/** How much room is left, and whether the browser keeps what is here: said before something cannot be stored [S21]. */
export function RoomOnPhone() {
  const words = useWords('me')
  const [space, setSpace] = useState<Space | null>(null)
  useEffect(() => {
    void lookAtSpace().then(setSpace)
  }, [])
  if (space === null) return null
  const megabytes = Math.floor(space.left / 1_000_000)
  if (space.low) return <Trouble>{words.spaceLow(megabytes)}</Trouble>
  return <p className="note with-acts">{space.promised ? words.promised : words.notPromised}</p>
}
