import './parts.css'
import { useEffect } from 'react'
import { PartsWords, usePartsWords } from '#app/i18n/parts-words.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { LifeParts, ListParts } from './ListParts.tsx'
import { MarkParts } from './MarkParts.tsx'
import { PressedParts } from './PressedParts.tsx'
import { ReadingParts } from './ReadingParts.tsx'
import { SentenceParts } from './SentenceParts.tsx'
import { SettingParts } from './SettingParts.tsx'
import { TruthParts } from './TruthParts.tsx'
import { WritingParts } from './WritingParts.tsx'

/** Every part of the phone's screens on one page, made of the real components, for those who build with them. */
export function PartsScreen() {
  const [{ language }] = useSettings()
  return (
    <PartsWords language={language}>
      <AllParts />
    </PartsWords>
  )
}

function AllParts() {
  const words = usePartsWords()
  useEffect(() => {
    document.title = words.heading
  }, [words])
  return (
    <main className="parts">
      <h1 className="title">{words.heading}</h1>
      <div className="columns">
        <div>
          <SettingParts />
          <MarkParts />
        </div>
        <div>
          <TruthParts />
          <ReadingParts />
          <LifeParts />
        </div>
        <div>
          <PressedParts />
          <ListParts />
          <WritingParts />
          <SentenceParts />
        </div>
      </div>
    </main>
  )
}
