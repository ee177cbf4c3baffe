import { type ComponentType, lazy } from 'react'
import { InnerWords, loadInnerWords } from './i18n/words.tsx'
import { readSettings, useSettings } from './ui/settings.ts'

/** A screen that comes when it is first drawn, its words with it. */
export const lazily = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => {
    const [Screen, first] = await Promise.all([load(), loadInnerWords(readSettings().language)])
    const WithWords = () => {
      const [{ language }] = useSettings()
      return (
        <InnerWords language={language} first={first}>
          <Screen />
        </InnerWords>
      )
    }
    return { default: WithWords }
  })
