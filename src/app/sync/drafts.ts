import type { Engine } from '#sync/engine/engine.ts'
import { computed, settable, type Watched } from './watched.ts'

/** What of a draft is on the screen, and whether the disk has it. */
export type DraftSeen = { readonly text: string; readonly saved: 'saved' | 'saving' | 'not-stored' }

export type Drafts = {
  readonly of: (key: string) => Watched<DraftSeen>
  readonly set: (key: string, text: string) => void
  /** An act takes these drafts with it: nothing typed before it is saved again afterwards, unless it failed. */
  readonly during: <T extends { readonly ok: boolean }>(
    keys: readonly string[],
    act: () => Promise<T>,
  ) => Promise<T>
  /** Saves at once what still lies in memory only; whether the disk has all of it then. */
  readonly flush: () => Promise<boolean>
  /** What lies in memory only, by key. */
  readonly unsaved: () => ReadonlyMap<string, string>
  /** Whether a draft could not be stored [S21]. */
  readonly lost: Watched<boolean>
}

/** How long after the first unsaved letter the disk is asked, in milliseconds; well under a second [S3]. */
const soon = 250
/** How long after the disk refused it is asked again, in milliseconds. */
const later = 3_000

type Unsaved = { readonly seen: DraftSeen; readonly timer: ReturnType<typeof setTimeout> | null }

/** Drafts in memory, following to the disk while they are typed. */
export function createDrafts(engine: Engine): Drafts {
  const unsaved = settable<ReadonlyMap<string, Unsaved>>(new Map())
  const watched = new Map<string, Watched<DraftSeen>>()
  const listen = (told: () => void) => {
    const stops = [unsaved.watch(told), engine.listen(told)]
    return () => stops.forEach(stop => stop())
  }

  const lay = (key: string, one: Unsaved | null): void => {
    const next = new Map(unsaved.now())
    if (one === null) next.delete(key)
    else next.set(key, one)
    unsaved.set(next)
  }

  async function save(key: string): Promise<void> {
    const one = unsaved.now().get(key)
    if (one === undefined) return
    if (one.timer !== null) clearTimeout(one.timer)
    lay(key, { ...one, timer: null })
    const { ok } = await engine.keepDraft(key, one.seen.text)
    const now = unsaved.now().get(key)
    // Typed on meanwhile: its own timer saves that.
    if (now === undefined || now.seen.text !== one.seen.text) return
    if (ok) return lay(key, null)
    const again = now.timer ?? setTimeout(() => void save(key), later)
    lay(key, { seen: { ...now.seen, saved: 'not-stored' }, timer: again })
  }

  function set(key: string, text: string): void {
    const timer = unsaved.now().get(key)?.timer ?? setTimeout(() => void save(key), soon)
    lay(key, { seen: { text, saved: 'saving' }, timer })
  }

  async function during<T extends { readonly ok: boolean }>(
    keys: readonly string[],
    act: () => Promise<T>,
  ): Promise<T> {
    const held = keys.flatMap(key => {
      const one = unsaved.now().get(key)
      if (one?.timer) clearTimeout(one.timer)
      if (one !== undefined) lay(key, { ...one, timer: null })
      return one === undefined ? [] : [[key, one.seen.text] as const]
    })
    const done = await act()
    for (const [key, text] of held) {
      const now = unsaved.now().get(key)
      if (done.ok && now?.seen.text === text) lay(key, null)
      else if (!done.ok) set(key, now?.seen.text ?? text)
    }
    return done
  }

  const seen = (key: string): DraftSeen =>
    unsaved.now().get(key)?.seen ?? savedDraft(engine.state().drafts.get(key) ?? '')

  return {
    of: key => {
      const known = watched.get(key) ?? sameSeen(computed(listen, () => seen(key)))
      watched.set(key, known)
      return known
    },
    set,
    during,
    flush: async () => {
      await Promise.all([...unsaved.now().keys()].map(save))
      return unsaved.now().size === 0
    },
    unsaved: () => new Map([...unsaved.now()].map(([key, { seen }]) => [key, seen.text])),
    lost: computed(unsaved.watch, () =>
      [...unsaved.now().values()].some(({ seen }) => seen.saved === 'not-stored'),
    ),
  }
}

const savedDraft = (text: string): DraftSeen => ({ text, saved: 'saved' })

/** Gives the same reference as long as text and state are the same. */
function sameSeen(watched: Watched<DraftSeen>): Watched<DraftSeen> {
  let last = watched.now()
  return {
    watch: watched.watch,
    now: () => {
      const now = watched.now()
      if (now.text !== last.text || now.saved !== last.saved) last = now
      return last
    },
  }
}
