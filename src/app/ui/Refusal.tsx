import type { ReactNode } from 'react'
import { MarkShape } from './Mark.tsx'

/** Why something was not taken, in words, beside the thing itself. */
export function Refusal({
  id,
  children,
}: {
  readonly id?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <p className="refusal" id={id} role="alert">
      <MarkShape state="still-missing" />
      <span>{children}</span>
    </p>
  )
}
