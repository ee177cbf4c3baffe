import type { BrowserContext } from 'playwright-core'

/** The page's clock is off by what `offBy` says; timers go on as they are. It can be turned while the page lives. */
export async function setClockOff(context: BrowserContext, to: string): Promise<void> {
  await context.addInitScript(
    offBy => {
      const Real = Date
      const turned = { offBy }
      const now = () => Real.now() + turned.offBy
      globalThis.Date = new Proxy(Real, {
        construct: (_, given) => Reflect.construct(Real, given.length === 0 ? [now()] : given),
        get: (_, key) => (key === 'now' ? now : Reflect.get(Real, key)),
      })
      Object.assign(globalThis, {
        turnClock: (at: string) => {
          turned.offBy = Real.parse(at) - Real.now()
        },
      })
    },
    Date.parse(to) - Date.now(),
  )
}
