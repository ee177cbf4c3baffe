import type { ReactNode } from 'react'

/** What stays under the thumb at the end of a page: at most one persimmon button, and what stands beside it. */
export function Foot(props: { readonly children: ReactNode; readonly bare?: boolean | undefined }) {
  return <footer className={props.bare ? 'foot bare' : 'foot'}>{props.children}</footer>
}
