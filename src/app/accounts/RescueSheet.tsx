import { type ChangeEvent, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { FileHandedIn } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import type { RescueFile } from './rescue-file.ts'
import type { Rescue } from './take-back.ts'

/** 救援文件: what was not sent, kept as a file or handed in from one [S21]. */
export function RescueSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords('rescue')
  return (
    <Sheet open={open} onClose={onClose} heading={words.file}>
      <p>{words.fileMeans}</p>
      <div className="form-end">
        <SaveRescueFile />
        <HandInRescueFile />
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

function HandInRescueFile() {
  const words = useWords('rescue')
  const door = useDoor()
  const sentence = useHandedInSentence()
  const input = useRef<HTMLInputElement>(null)
  const [says, setSays] = useState<string>()
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file === undefined) return
    setSays(words.handingIn)
    const handed = await door.handInFile(await file.text())
    // The same file can be chosen once more.
    target.value = ''
    setSays(sentence(handed))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.handIn}
        onChange={event => void take(event)}
      />
      <Button wide onPress={() => input.current?.click()}>
        {words.handIn}
      </Button>
      <Says>{says}</Says>
    </>
  )
}

const Says = ({ children }: { readonly children: string | undefined }) => (
  <p className="small two" role="status">
    {children}
  </p>
)

function useHandedInSentence(): (handed: FileHandedIn) => string {
  const words = useWords('rescue')
  return handed => {
    if (!handed.ok) return words.refused[handed.because]
    const { received, refused, drafts, otherDrafts, unreadable }: Rescue = handed.rescue
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
