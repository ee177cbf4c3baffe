import './ui/tokens.css'
import './ui/screens.css'
import './ui/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { loadWords } from './i18n/words.tsx'
import { createDevice } from './sync/device.ts'
import { readSettings, showSettings } from './ui/settings.ts'

const settings = readSettings()
showSettings(settings)

const place = document.getElementById('wuxin')
if (place === null) throw new Error('index.html has no place for the app')

const first = await loadWords(settings.language)
createRoot(place).render(
  <StrictMode>
    <App first={first} device={createDevice()} />
  </StrictMode>,
)
