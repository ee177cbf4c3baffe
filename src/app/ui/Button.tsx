import type { MouseEvent, ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { Press } from './Press.tsx'

/** `first` is the one persimmon thing of a screen; `take` says yes to one thing among several; `quiet` has no edge. */
export type ButtonKind = 'plain' | 'first' | 'take' | 'quiet'

type ButtonLooks = {
  /** The act, named: 给他家回话. Never 确定. */
  readonly children: ReactNode
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  /** As wide as the page. */
  readonly wide?: boolean | undefined
  /** Second voice, 44 px high. */
  readonly small?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Only when the words on it do not say enough alone. */
  readonly label?: string | undefined
}

type ButtonActs =
  | {
      readonly onPress: (event: MouseEvent) => void
      readonly to?: never
      readonly href?: never
      readonly sends?: never
    }
  | { readonly to: string; readonly onPress?: never; readonly href?: never; readonly sends?: never }
  | { readonly href: string; readonly onPress?: never; readonly to?: never; readonly sends?: never }
  /** Sends the form it stands in. */
  | { readonly sends: true; readonly onPress?: never; readonly to?: never; readonly href?: never }

export type ButtonProps = ButtonLooks & ButtonActs

/** Something to press. One of the three: an act (`onPress`), a screen (`to`), the world outside (`href`); or `sends` its form. */
export function Button(props: ButtonProps) {
  const inside = (
    <>
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
    </>
  )
  const className = classOf(props)
  if (props.sends)
    return (
      <button type="submit" className={className} aria-label={props.label} disabled={props.disabled}>
        {inside}
      </button>
    )
  const leads =
    props.to !== undefined
      ? { to: props.to }
      : props.href !== undefined
        ? { href: props.href }
        : { onPress: props.onPress }
  return (
    <Press leads={leads} className={className} label={props.label} disabled={props.disabled}>
      {inside}
    </Press>
  )
}

const classOf = (looks: ButtonLooks): string =>
  [
    'btn',
    looks.kind === undefined || looks.kind === 'plain' ? '' : looks.kind,
    looks.wide ? 'wide' : '',
    looks.small ? 's' : '',
  ]
    .filter(word => word !== '')
    .join(' ')

/** Buttons side by side, of one width. `ends` puts two quiet ones at the two ends of the line. */
export function Acts(props: {
  readonly children: ReactNode
  readonly set?: 'one-row' | 'two-rows' | 'ends' | undefined
}) {
  const set = props.set ?? 'one-row'
  return <div className={set === 'one-row' ? 'acts' : `acts ${set}`}>{props.children}</div>
}

/** A persimmon word in the text that leads somewhere. */
export function TextLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Press leads={{ to }} className="link">
      {children}
    </Press>
  )
}
