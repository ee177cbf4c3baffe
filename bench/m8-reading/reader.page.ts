import { asDay } from '#domain/base/days.ts'
import { readDiary } from '#domain/reading/read-diary.ts'

declare global {
  interface Window {
    /** Reads a diary and says how many milliseconds it took. */
    readFor: (text: string) => number
  }
}

window.readFor = text => {
  const begun = performance.now()
  readDiary(text, asDay('2026-04-17'))
  return performance.now() - begun
}
