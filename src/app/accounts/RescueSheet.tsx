import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { HandInRescueFile } from './HandInRescueFile.tsx'
import type { RescueFile } from './rescue-file.ts'
import { Says } from './Says.tsx'
import type { Rescue } from './take-back.ts'

/** 救援文件: what was not sent, kept as a file or handed in from one [S21]. */
export function RescueSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords('rescue')
  const door = useDoor()
  const came = useCameSentence()
  return (
    <Sheet open={open} onClose={onClose} heading={words.file}>
      <p>{words.fileMeans}</p>
      <div className="form-end">
        <SaveRescueFile />
        <HandInRescueFile handIn={door.handInFile} came={came} />
      </div>
    </Sheet>
  )
}

export function SaveRescueFile() {
  const words = useWords('rescue')
  const door = useDoor()
  const [says, setSays] = useState<string>()
  const save = async () => {
    const file = await door.rescueFile()
    if (file !== null && file.count > 0) download(file)
    setSays(file === null ? words.noKeyYet : file.count === 0 ? words.nothingToSave : words.saved(file.count))
  }
  return (
    <>
      <Button wide onPress={() => void save()}>
        {words.save}
      </Button>
      <Says>{says}</Says>
    </>
  )
}

function useCameSentence(): (rescue: Rescue) => string {
  const words = useWords('rescue')
  return ({ received, refused, drafts, otherDrafts, unreadable }) => {
    const came = received + refused + drafts
    const parts = [
      came > 0 ? words.handedIn(words.came(received, refused, drafts)) : '',
      otherDrafts > 0 ? words.otherDrafts(otherDrafts) : '',
      unreadable > 0 ? words.someUnreadable(unreadable) : '',
    ].filter(part => part !== '')
    return parts.length === 0 ? words.nothingIn : parts.join(' ')
  }
}

/** The browser puts it where downloads go. */
function download({ name, text }: RescueFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Only after the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
