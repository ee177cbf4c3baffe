import { dayOf } from '#domain/base/days.ts'
import type { SyncRequest } from '../wire.ts'
import type { DeviceState } from './device-state.ts'
import type { Step } from './step.ts'
import type { DiaryKept, Write } from './store.ts'
import { stumbled, takeNews, type Known, type Taken } from './take-news.ts'
import type { Unpacked, UnpackedNews } from './unpack.ts'

/** Takes in the news of every village; where one makes this device stumble, the others are taken in all the same [S4]. */
export function takeVillages(state: DeviceState, asked: SyncRequest, answer: Unpacked): Step {
  const villages = new Map(state.villages)
  const parts = new Map(state.parts)
  const diaries = new Map(state.diaries)
  const writes: Write[] = []
  for (const news of answer.villages) {
    const { code } = news
    const known = { held: villages.get(code) ?? null, parts: parts.get(code) ?? null }
    const taken = takeOrStumble(known, news, asked)
    if (taken === null) continue
    if (taken.held !== null) villages.set(code, taken.held)
    // Who was on the team and is its cadre now may not read the team's stories any longer [S14].
    if (known.held?.facts.audience === 'team' && news.audience === 'cadre') {
      const gone = [...diaries].filter(([, { village }]) => village === code)
      for (const [key] of gone) diaries.delete(key)
      writes.push(...gone.map(([key]): Write => ({ drop: 'diaries', key })))
    }
    if (taken.parts === null) parts.delete(code)
    else parts.set(code, taken.parts)
    writes.push(...taken.writes)
    for (const diary of news.diaries) {
      const keptOn = diaries.get(diary.visit)?.keptOn ?? dayOf(answer.now)
      const value: DiaryKept = { ...diary, village: code, keptOn }
      diaries.set(diary.visit, value)
      writes.push({ put: 'diaries', key: diary.visit, value })
    }
  }
  return { state: { ...state, villages, parts, diaries }, writes }
}

function takeOrStumble(known: Known, news: UnpackedNews, asked: SyncRequest): Taken | null {
  try {
    return takeNews(known, news, asked)
  } catch {
    // A fault in the fold of one village must not keep the others from coming [S16]. The village says so itself.
    return stumbled(known, news.code, asked)
  }
}
