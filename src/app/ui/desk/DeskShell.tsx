import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Grains } from '../Grains.tsx'

/** One place at the desk. */
export type DeskWay = { readonly to: string; readonly says: string }

/** The desk's frame: the ways at the left in groups, who sits here at their foot, the page at the right. */
export function DeskShell(props: {
  readonly groups: readonly (readonly DeskWay[])[]
  /** 县活动办公室 */
  readonly office: string
  /** 柳文清 */
  readonly name: string
  /** Under the name: sign out, the phone's pages. */
  readonly below?: ReactNode
  readonly children: ReactNode
}) {
  const words = useDeskWords('shell')
  const [path] = useLocation()
  return (
    <div className="desk">
      <nav className="side" aria-label={words.mainWay}>
        <p className="brand">
          <Grains size={26} />
          {words.brand}
        </p>
        {props.groups.map(group => (
          <ul key={group[0]?.to}>
            {group.map(way => (
              <li key={way.to}>
                <Link href={way.to} aria-current={isAt(path, way.to) ? 'page' : undefined}>
                  {way.says}
                </Link>
              </li>
            ))}
          </ul>
        ))}
        <div className="sits">
          {props.office}
          <br />
          {props.name}
          {props.below}
        </div>
      </nav>
      {props.children}
    </div>
  )
}

const isAt = (path: string, to: string): boolean => path === to || path.startsWith(`${to}/`)
