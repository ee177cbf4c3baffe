import { type ChangeEvent, useRef, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { FileHandedIn } from '#app/sync/session.ts'
import { Button } from '#app/ui/Button.tsx'
import { Says } from './Says.tsx'
import type { Rescue } from './take-back.ts'

/** Chooses a rescue file, hands it in and says what became of it. `came`: the sentence for what was taken in. */
export function HandInRescueFile(props: {
  readonly handIn: (text: string) => Promise<FileHandedIn>
  readonly came: (rescue: Rescue) => string
}) {
  const words = useWords('rescue')
  const input = useRef<HTMLInputElement>(null)
  const [says, setSays] = useState<string>()
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file === undefined) return
    setSays(words.handingIn)
    const handed = await props.handIn(await file.text())
    // The same file can be chosen once more.
    target.value = ''
    setSays(handed.ok ? props.came(handed.rescue) : words.refused[handed.because])
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
