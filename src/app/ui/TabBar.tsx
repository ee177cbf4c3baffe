import { Link } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { Icon } from './Icon.tsx'

/** The four tabs. */
export type Tab = 'today' | 'families' | 'needs' | 'me'

const TABS: readonly Tab[] = ['today', 'families', 'needs', 'me']

/** 今天 · 农户 · 事项 · 我的. Never a count in red on them. */
export function TabBar({ on }: { readonly on: Tab }) {
  const words = useWords('base')
  return (
    <nav className="tabs" aria-label={words.mainWay}>
      {TABS.map(tab => (
        <Link key={tab} href={`/${tab}`} aria-current={tab === on ? 'page' : undefined}>
          <Icon name={tab} />
          {words.tabs[tab]}
        </Link>
      ))}
    </nav>
  )
}
