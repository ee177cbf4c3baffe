import type { ReactNode } from 'react'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'

/** The end of a form: why it was not taken, and the one thing to press. */
export function FormEnd(props: {
  readonly refusal: string | undefined
  readonly busy: boolean
  readonly ready: boolean
  readonly onKeep: () => void
  /** The act, named. */
  readonly children: ReactNode
}) {
  return (
    <div className="form-end">
      {props.refusal === undefined ? null : <Refusal>{props.refusal}</Refusal>}
      <Button kind="first" wide disabled={props.busy || !props.ready} onPress={props.onKeep}>
        {props.children}
      </Button>
    </div>
  )
}
