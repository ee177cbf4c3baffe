import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

/** The way out, for somebody else. What was not sent yet is said before it would be lost. */
export function SignOutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords('me')
  return (
    <Sheet open={open} onClose={onClose} heading={words.signOut}>
      <Leaving onStay={onClose} />
    </Sheet>
  )
}

function Leaving({ onStay }: { readonly onStay: () => void }) {
  const words = useWords('me')
  const door = useDoor()
  const [unsent, setUnsent] = useState<number>()
  const leave = async () => {
    const answer = await door.signOut()
    if (!answer.ok) setUnsent(answer.count)
  }
  return (
    <>
      <p>{unsent === undefined ? words.signOutKeeps : words.lose(unsent)}</p>
      {unsent === undefined ? null : <p className="note">{words.stillDraft}</p>}
      <div className="form-end">
        {unsent === undefined ? (
          <Button wide onPress={() => void leave()}>
            {words.signOut}
          </Button>
        ) : (
          <Acts>
            <Button onPress={() => void door.signOutLosingUnsent()}>{words.loseAnyway}</Button>
            <Button kind="first" onPress={onStay}>
              {words.stay}
            </Button>
          </Acts>
        )}
      </div>
    </>
  )
}
