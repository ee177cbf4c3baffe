/** How much room this browser gives, in bytes, and whether it has promised to keep what is here [S21]. */
export type Space = {
  readonly used: number
  readonly left: number
  readonly promised: boolean
  /** So little is left that the person is told before something cannot be stored. */
  readonly low: boolean
}

/** Below this the person is warned, in bytes: enough for months of diaries, little enough to be true. */
const lowBelow = 30_000_000

/** Looks how much room there is; null where the browser does not say. */
export async function lookAtSpace(): Promise<Space | null> {
  try {
    const [{ usage, quota }, promised] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ])
    if (usage === undefined || quota === undefined) return null
    const left = Math.max(0, quota - usage)
    return { used: usage, left, promised, low: left < lowBelow }
  } catch {
    return null
  }
}
