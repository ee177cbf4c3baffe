/** A value that changes, and word of it. `now` gives the same reference as long as nothing changed. */
export type Watched<T> = { readonly now: () => T; readonly watch: (told: () => void) => () => void }

/** A watched value that can be set. Setting what is there already tells nobody. */
export type Settable<T> = Watched<T> & { readonly set: (value: T) => void }

export function settable<T>(first: T): Settable<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    now: () => value,
    watch: told => {
      listeners.add(told)
      return () => {
        listeners.delete(told)
      }
    },
    set: next => {
      if (Object.is(next, value)) return
      value = next
      for (const told of listeners) told()
    },
  }
}

/** A value computed from what is listened to; told only when it is another. */
export function computed<T>(listen: (told: () => void) => () => void, compute: () => T): Watched<T> {
  const value = settable(compute())
  listen(() => value.set(compute()))
  return value
}
