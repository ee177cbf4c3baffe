import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Icon } from './Icon.tsx'

/** A sheet that rises from below. The browser keeps the focus inside and gives it back; Esc, the back key and a touch beside it close it. */
export function Sheet(props: {
  readonly open: boolean
  readonly onClose: () => void
  readonly heading: string
  readonly children: ReactNode
  /** What is pressed at its end. */
  readonly end?: ReactNode
}) {
  const words = useWords('base')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const sheet = dialog.current
    if (sheet === null || !props.open) return
    sheet.showModal()
    return () => sheet.close()
  }, [props.open])
  useBackCloses(props.open, props.onClose)
  const closeBeside = (event: MouseEvent) => {
    if (event.target === dialog.current) props.onClose()
  }
  return (
    // a touch on the veil is a convenience: Esc and the button do the same for a keyboard
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="sheet-dialog"
      aria-labelledby={id}
      onClose={props.onClose}
      onClick={closeBeside}
    >
      {props.open ? (
        <div className="in">
          <div className="h">
            <h2 id={id}>{props.heading}</h2>
            <button type="button" aria-label={words.close} onClick={props.onClose}>
              <Icon name="close" />
            </button>
          </div>
          {props.children}
          {props.end === undefined ? null : <div className="end">{props.end}</div>}
        </div>
      ) : null}
    </dialog>
  )
}

/** Where the browser does not close a dialog by the back key itself, one step of history stands for the open sheet. */
function useBackCloses(open: boolean, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!open || 'CloseWatcher' in window) return
    const step = `sheet-${String(window.history.length)}`
    window.history.pushState({ step }, '')
    const closeByBack = () => close.current()
    window.addEventListener('popstate', closeByBack)
    return () => {
      window.removeEventListener('popstate', closeByBack)
      // after whatever closed the sheet has gone where it goes: only an unused step is taken back
      setTimeout(() => {
        if (isStep(window.history.state, step)) window.history.back()
      }, 0)
    }
  }, [open])
}

const isStep = (state: unknown, step: string): boolean =>
  typeof state === 'object' && state !== null && 'step' in state && state.step === step
