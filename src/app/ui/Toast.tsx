import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'

type Said = { readonly place: number; readonly sentence: string; readonly undo: (() => void) | undefined }

/** Says in one sentence what was just done; with `undo` it offers 撤回 instead of asking beforehand. */
export type SayToast = (sentence: string, undo?: () => void) => void

const ToastContext = createContext<SayToast>(() => undefined)

/** To say a sentence at the foot of the screen: `const say = useToast(); say('记下了', undo)`. */
export const useToast = (): SayToast => use(ToastContext)

const STAYS_MS = 6000

/** Holds the one sentence shown. Stands once, around the screens. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Said | undefined>(undefined)
  const say = useCallback<SayToast>(
    (sentence, undo) => setSaid(last => ({ place: (last?.place ?? 0) + 1, sentence, undo })),
    [],
  )
  const clear = useCallback(() => setSaid(undefined), [])
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {said === undefined ? null : <Toast key={said.place} said={said} onGone={clear} />}
      </div>
    </ToastContext>
  )
}

function Toast({ said, onGone }: { readonly said: Said; readonly onGone: () => void }) {
  const words = useWords('base')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onGone, STAYS_MS)
    return () => clearTimeout(timer)
  }, [held, onGone])
  const { undo } = said
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{said.sentence}</span>
      {undo === undefined ? null : (
        <button
          type="button"
          className="undo"
          onClick={() => {
            undo()
            onGone()
          }}
        >
          {words.undo}
        </button>
      )}
    </div>
  )
}
