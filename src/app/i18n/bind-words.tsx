import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { type Language } from './language.ts'

type Loaded<All> = { readonly language: Language; readonly all: All }

/** Binds a set of words (the phone's, the desk's, the parts') to a holder and a hook, typed by area. */
export function bindWords<All extends object>(loaders: Record<Language, () => Promise<All>>) {
  const Context = createContext<All | undefined>(undefined)

  const load = async (language: Language): Promise<Loaded<All>> => ({
    language,
    all: await loaders[language](),
  })

  /** Until the words have come nothing is drawn; while the other language is on its way the old one stays. */
  function Words(props: {
    readonly language: Language
    readonly first?: Loaded<All> | undefined
    readonly children: ReactNode
  }) {
    const { language } = props
    const [loaded, setLoaded] = useState(props.first)
    useEffect(() => {
      if (loaded?.language === language) return
      let wanted = true
      void load(language).then(words => {
        if (wanted) setLoaded(words)
      })
      return () => {
        wanted = false
      }
    }, [language, loaded])
    useEffect(() => {
      if (loaded !== undefined) document.documentElement.lang = loaded.language
    }, [loaded])
    return loaded === undefined ? null : <Context value={loaded.all}>{props.children}</Context>
  }

  /** All that is held around here, or nothing. */
  const useHeld = (): All | undefined => use(Context)

  function useWords<Area extends keyof All>(area: Area): All[Area] {
    const all = useHeld()
    if (all === undefined) throw new Error(`no words around this: ${String(area)}`)
    return all[area]
  }

  return { load, Words, useHeld, useWords }
}
