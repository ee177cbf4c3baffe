import type { BrowserContext, Page } from 'playwright-core'

/** What a person did on the screens of a phone: taps, fields written in, letters that came into them. */
export type Effort = { readonly taps: number; readonly fields: number; readonly letters: number }

/** Counts what is done on every page of this phone from now on; only what a finger or a keyboard does counts. */
export const countEffort = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const done = { taps: 0, letters: 0, fields: new Set<EventTarget>() }
    Reflect.set(globalThis, 'effort', done)
    document.addEventListener('click', event => (event.isTrusted ? (done.taps += 1) : null), true)
    document.addEventListener(
      'input',
      event => {
        if (event.target !== null) done.fields.add(event.target)
        if (event instanceof InputEvent) done.letters += event.data?.length ?? 0
      },
      true,
    )
  })

/** What was done since the counting began. */
export const effortOn = (page: Page): Promise<Effort> =>
  page.evaluate(() => {
    const { taps, letters, fields } = Reflect.get(globalThis, 'effort')
    return { taps, letters, fields: fields.size }
  })

/** From here on it counts. */
export const beginToCount = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const done = Reflect.get(globalThis, 'effort')
    done.taps = 0
    done.letters = 0
    done.fields.clear()
  })

/**
 * How long a person takes for it, in seconds: a model, so that no clock is read. A tap is thought, aimed and pressed: 1.35 + 1.1 + 0.2
 * (Card, Moran and Newell, "The keystroke-level model", 1980). Mandarin comes to a phone at 123 words a minute when
 * dictated and at 43 when typed (Ruan and others, "Comparing speech and keyboard text entry", 2017); a word is taken
 * for one character here, the slowest it can mean. A proposal is read and judged in four seconds.
 */
export const seconds = {
  tap: 1.35 + 1.1 + 0.2,
  letterDictated: 60 / 123,
  letterTyped: 60 / 43,
  proposal: 4,
} as const
