import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'

/** What this device's clock said when the server's clock was last heard. */
export type ClockHeard = { readonly here: Instant; readonly there: Instant }

/** So far a phone's clock may be off without anything being made of it, in milliseconds: an answer can be slow. */
const tolerated = 3_600_000

/** Whether this device's clock went wrong by so much that a person should set it. */
export function clockOff(heard: ClockHeard | undefined): 'ahead' | 'behind' | null {
  const ahead = aheadBy(heard)
  if (Math.abs(ahead) <= tolerated) return null
  return ahead > 0 ? 'ahead' : 'behind'
}

/**
 * The time, told with what the server last said. A clock that was known to be off and has run on since is put right by as
 * much; one that has been set right is believed; and it is never earlier than the server's last word [S18].
 */
export function tellTime(heard: ClockHeard | undefined, now: Instant): Instant {
  if (heard === undefined) return now
  const [at, there] = [millisecondsOf(now), millisecondsOf(heard.there)]
  const off = clockOff(heard)
  const hasRunOn = at >= millisecondsOf(heard.here)
  const isPast = at < there - tolerated
  if (hasRunOn && (off === 'ahead' || (off === 'behind' && isPast))) return instantOf(at - aheadBy(heard))
  return isPast ? heard.there : now
}

const aheadBy = (heard: ClockHeard | undefined): number =>
  heard === undefined ? 0 : millisecondsOf(heard.here) - millisecondsOf(heard.there)
