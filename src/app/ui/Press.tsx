import type { MouseEvent, ReactNode } from 'react'
import { Link } from 'wouter'

/** Where a thing that is pressed leads: to a screen, out of the app (a telephone number, a file), or to an act. */
export type Leads =
  | {
      readonly to: string
      readonly href?: never
      readonly onPress?: ((event: MouseEvent) => void) | undefined
    }
  | { readonly href: string; readonly to?: never; readonly onPress?: never }
  | { readonly onPress: (event: MouseEvent) => void; readonly to?: never; readonly href?: never }

/** Whatever is pressed is a link when it leads somewhere and a button when it does something. */
export function Press(props: {
  readonly leads: Leads
  readonly className: string
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  readonly children: ReactNode
}) {
  const { leads, className, label, children } = props
  if (leads.to !== undefined)
    return (
      <Link href={leads.to} className={className} aria-label={label} onClick={leads.onPress}>
        {children}
      </Link>
    )
  if (leads.href !== undefined)
    return (
      <a href={leads.href} className={className} aria-label={label}>
        {children}
      </a>
    )
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      disabled={props.disabled}
      onClick={leads.onPress}
    >
      {children}
    </button>
  )
}
