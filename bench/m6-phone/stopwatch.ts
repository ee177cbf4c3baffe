/** What the measured page holds of ours: stopwatches that end with the layout, at the moment something stands there. */
export type Stopwatch = {
  /** From now until `selector` is (or, with `gone`, is no more) in the page, laid out; in milliseconds. */
  until(selector: string, gone?: 'gone'): Promise<number>
  /**
   * From an act until the first change outside of `selector`, laid out, and until the page has come to rest. Where
   * nothing changes, both are zero.
   */
  untilChanged(selector: string, act: () => void): Promise<{ readonly first: number; readonly last: number }>
}

declare global {
  interface Window {
    stopwatch: Stopwatch
  }
}

/** Put into the page before its own scripts. It must stand alone: it travels as text. */
export function installStopwatch(): void {
  const root = document
  const layOut = (): number => {
    void root.body?.offsetHeight
    return performance.now()
  }
  const watchChanges = (told: () => void): MutationObserver => {
    const observer = new MutationObserver(told)
    observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true })
    return observer
  }
  window.stopwatch = {
    until: (selector, gone) =>
      new Promise(resolve => {
        const began = performance.now()
        const look = (): boolean => {
          if ((root.querySelector(selector) !== null) === (gone === 'gone')) return false
          resolve(layOut() - began)
          return true
        }
        if (look()) return
        const observer = watchChanges(() => {
          if (look()) observer.disconnect()
        })
      }),
    untilChanged: (selector, act) =>
      new Promise(resolve => {
        const began = performance.now()
        let first = began
        let last = began
        let quiet = setTimeout(() => undefined)
        const end = (): void => {
          observer.disconnect()
          resolve({ first: first - began, last: last - began })
        }
        const isOutside = ({ target }: MutationRecord): boolean =>
          !(target instanceof Element && target.closest(selector) !== null)
        const observer = new MutationObserver(changes => {
          last = layOut()
          if (first === began && changes.some(isOutside)) first = last
          clearTimeout(quiet)
          quiet = setTimeout(end, 250)
        })
        observer.observe(root, { childList: true, subtree: true, characterData: true })
        act()
        quiet = setTimeout(end, 250)
      }),
  }
}
