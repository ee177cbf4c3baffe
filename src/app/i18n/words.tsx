import { useMemo } from 'react'
import { bindWords } from './bind-words.tsx'

/* Each language is a chunk of its own; nobody loads the other one. */
const phone = bindWords({
  'zh-CN': async () => (await import('./words/zh-CN/phone.ts')).phone,
  en: async () => (await import('./words/en/phone.ts')).phone,
})

/* What the first screen does not show comes after it. */
const inner = bindWords({
  'zh-CN': async () => (await import('./words/zh-CN/inner.ts')).inner,
  en: async () => (await import('./words/en/inner.ts')).inner,
})

/** Loads the phone's words before the first screen is drawn. */
export const loadWords = phone.load

/** Holds the phone's words around its screens, and fetches the others when the language changes. */
export const Words = phone.Words

/** Loads what the screens behind the first one say. */
export const loadInnerWords = inner.load

/** Holds the inner words around every screen but the first. */
export const InnerWords = inner.Words

type All = NonNullable<ReturnType<typeof phone.useHeld>> & NonNullable<ReturnType<typeof inner.useHeld>>

/** The words of one area in the language chosen: `const words = useWords('today')`. */
export function useWords<Area extends keyof All>(area: Area): All[Area] {
  const [outer, within] = [phone.useHeld(), inner.useHeld()]
  const all: Partial<All> = useMemo(() => ({ ...outer, ...within }), [outer, within])
  const words = all[area]
  if (words === undefined) throw new Error(`no words around this: ${area}`)
  return words
}
