import { useSyncExternalStore } from 'react'
import { type Language, parseLanguage } from '#app/i18n/language.ts'

/** `phone` follows the telephone's own light and dark. */
export type Theme = 'phone' | 'light' | 'dark'

/** 标准, 大, 特大 */
export type TextSize = 'm' | 'l' | 'xl'

/** What a person chose about how the screens look and when they lock; kept on this device, never sent. */
export type Settings = {
  readonly theme: Theme
  readonly size: TextSize
  readonly language: Language
  readonly lockAfter: LockAfter
}

/** After so many minutes without a touch the phone's copy is locked. */
export type LockAfter = 1 | 5 | 15

/* /appearance.js reads the same place before the first paint. */
const PLACE = 'wuxin.settings'
const CHANGED = 'wuxin-settings'

const parseSettings = (written: string | null): Settings => {
  const read: unknown = written === null ? {} : JSON.parse(written)
  const { theme, size, language, lockAfter } = (
    typeof read === 'object' && read !== null ? read : {}
  ) as Record<string, unknown> // each word is looked at below
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'phone',
    size: size === 'l' || size === 'xl' ? size : 'm',
    language: parseLanguage(language),
    lockAfter: lockAfter === 1 || lockAfter === 15 ? lockAfter : 5,
  }
}

/** The settings as kept; where the browser keeps nothing, the first ones. */
export function readSettings(): Settings {
  try {
    return parseSettings(window.localStorage.getItem(PLACE))
  } catch {
    return parseSettings(null)
  }
}

/** Keeps settings and puts them on the page at once; other tabs follow. */
export function keepSettings(change: Partial<Settings>): void {
  const settings = { ...readSettings(), ...change }
  try {
    window.localStorage.setItem(PLACE, JSON.stringify(settings))
  } catch {
    // a browser that keeps nothing still shows them until it is closed
  }
  showSettings(settings)
  window.dispatchEvent(new Event(CHANGED))
}

/** Sets the theme and the size on the page. The language follows when its words have come. */
export function showSettings(settings: Settings): void {
  const root = document.documentElement
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset['size'] = settings.size
  root.dataset['theme'] = settings.theme === 'phone' ? (dark ? 'dark' : 'light') : settings.theme
}

/** The settings, and how to change them: `const [settings, keep] = useSettings()`. */
export function useSettings(): readonly [Settings, (change: Partial<Settings>) => void] {
  const kept = useSyncExternalStore(watch, keptText)
  return [parseSettings(kept === '' ? null : kept), keepSettings]
}

const keptText = (): string => {
  const settings = readSettings()
  return JSON.stringify(settings)
}

const watch = (changed: () => void): (() => void) => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const follow = () => {
    showSettings(readSettings())
    changed()
  }
  window.addEventListener('storage', follow)
  window.addEventListener(CHANGED, changed)
  dark.addEventListener('change', follow)
  return () => {
    window.removeEventListener('storage', follow)
    window.removeEventListener(CHANGED, changed)
    dark.removeEventListener('change', follow)
  }
}
