import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDoor } from '#app/sync/wuxin.tsx'
import { SettingRow } from '#app/ui/SettingRow.tsx'
import { hasPasskeys } from './passkey.ts'
import { PasskeySheet } from './PasskeySheet.tsx'

/** A finger or a face beside the six digits: offered only where this phone and this browser can do it. */
export function PasskeyRow() {
  const words = useWords('unlock').passkey
  const door = useDoor()
  const [offered, setOffered] = useState(false)
  const [added, setAdded] = useState(false)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    void hasPasskeys().then(setOffered)
    void door.hasPasskey().then(setAdded)
  }, [door])
  if (!offered && !added) return null
  return (
    <>
      <SettingRow
        says={words.row}
        value={added ? words.added : words.add}
        leads={{ onPress: () => setOpen(true) }}
      />
      <PasskeySheet open={open} added={added} onChange={setAdded} onClose={() => setOpen(false)} />
    </>
  )
}
