import { type ComponentType, lazy } from 'react'
import { InnerWords, loadInnerWords } from './i18n/words.tsx'
import { readSettings, useSettings } from './ui/settings.ts'
import { TodayScreen } from './visits/TodayScreen.tsx'

/** One screen and its address. A screen reads what its address names with `useParams()`. */
export type ScreenAt = { readonly path: string; readonly Screen: ComponentType }

/** A screen that comes when it is opened, its words with it. */
const lazily = (load: () => Promise<ComponentType>): ComponentType =>
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

/** The phone's screens, behind the door. Adding one is one line here; its file lives with its concept. */
export const phoneScreens: readonly ScreenAt[] = [
  { path: '/today', Screen: TodayScreen },
  {
    path: '/chance',
    Screen: lazily(async () => (await import('./households/ChooseFamilyScreen.tsx')).ChooseFamilyScreen),
  },
  {
    path: '/families',
    Screen: lazily(async () => (await import('./households/FamiliesScreen.tsx')).FamiliesScreen),
  },
  {
    path: '/families/:id',
    Screen: lazily(async () => (await import('./visits/BriefScreen.tsx')).BriefScreen),
  },
  {
    path: '/families/:id/policies/:policy',
    Screen: lazily(async () => (await import('./policies/PolicyScreen.tsx')).PolicyScreen),
  },
  {
    path: '/families/:id/talk',
    Screen: lazily(async () => (await import('./visits/TalkScreen.tsx')).TalkScreen),
  },
  {
    path: '/families/:id/diary/:visit',
    Screen: lazily(async () => (await import('./visits/DiaryScreen.tsx')).DiaryScreen),
  },
  {
    path: '/families/:id/reading/:visit',
    Screen: lazily(async () => (await import('./visits/ReadingScreen.tsx')).ReadingScreen),
  },
  {
    path: '/families/:id/saved/:visit',
    Screen: lazily(async () => (await import('./visits/SavedScreen.tsx')).SavedScreen),
  },
  { path: '/needs', Screen: lazily(async () => (await import('./needs/NeedsScreen.tsx')).NeedsScreen) },
  { path: '/needs/:id', Screen: lazily(async () => (await import('./needs/NeedScreen.tsx')).NeedScreen) },
  { path: '/advice', Screen: lazily(async () => (await import('./visits/AdviceScreen.tsx')).AdviceScreen) },
  { path: '/me', Screen: lazily(async () => (await import('./accounts/MeScreen.tsx')).MeScreen) },
  {
    path: '/me/review',
    Screen: lazily(async () => (await import('./accounts/ReviewScreen.tsx')).ReviewScreen),
  },
  {
    path: '/me/left-drafts',
    Screen: lazily(async () => (await import('./accounts/LeftDraftsScreen.tsx')).LeftDraftsScreen),
  },
]

/** Chunks of their own, not kept for offline use: the desk, and the page of parts. */
export const apartScreens: readonly ScreenAt[] = [
  {
    path: '/desk/parts',
    Screen: lazily(async () => (await import('./parts/DeskPartsScreen.tsx')).DeskPartsScreen),
  },
  { path: '/desk/*?', Screen: lazily(async () => (await import('./desk/DeskApp.tsx')).DeskApp) },
  { path: '/parts', Screen: lazily(async () => (await import('./parts/PartsScreen.tsx')).PartsScreen) },
]
