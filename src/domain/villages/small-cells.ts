/**
 * Numbers under five can point at a family, and so can a sum from which one can be worked out. Numbers that belong
 * together are written as flows: each runs from one node to another, and at every node but `outside` as much goes out
 * as comes in. A table is such a net (its total into rows, rows into columns), and so is the river of needs.
 */
export type Flow = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Where numbers come from and go to without a sum that anybody sees. */
export const outside = 'outside'

/** A number is written from so many on (domain section 8). */
export const leastShown = 5

/**
 * Which flows are not written: those of 1 to 4, those named in `already`, and as few others as it takes so that none of
 * them can be worked out from the rest. Even who takes every hidden number for at least one finds two ways to fill each.
 */
export function hideSmall(flows: readonly Flow[], already: readonly string[] = []): ReadonlySet<string> {
  const isSmall = ({ id, count }: Flow): boolean => (count > 0 && count < leastShown) || already.includes(id)
  let hidden: readonly Flow[] = flows.filter(isSmall)
  for (;;) {
    const ways = waysAmong(hidden)
    const covers: readonly Flow[] = hidden
      .filter(flow => !canDiffer(flow, ways))
      .flatMap(flow => coverFor(flow, flows, hidden))
    const least = Math.min(...covers.map(({ count }) => count))
    if (covers.length === 0) return new Set(hidden.map(({ id }) => id))
    // The smallest first: often it covers the others as well.
    hidden = [...new Set([...hidden, ...covers.filter(({ count }) => count === least)])]
  }
}

type Way = { readonly to: string; readonly by: Flow }
type Ways = ReadonlyMap<string, readonly Way[]>

/** A hidden number may be thought larger; it may be thought smaller as long as one is left of it. */
function waysAmong(hidden: readonly Flow[]): Ways {
  const ways = new Map<string, Way[]>()
  const add = (from: string, way: Way): void => {
    ways.set(from, [...(ways.get(from) ?? []), way])
  }
  for (const flow of hidden) {
    add(flow.from, { to: flow.to, by: flow })
    if (flow.count > 1) add(flow.to, { to: flow.from, by: flow })
  }
  return ways
}

const canDiffer = (flow: Flow, ways: Ways): boolean =>
  leads(ways, flow, flow.to, flow.from) || (flow.count > 1 && leads(ways, flow, flow.from, flow.to))

/** Whether the ways lead from one node to another without the flow itself: then one more or less goes round in a ring. */
function leads(ways: Ways, without: Flow, from: string, to: string): boolean {
  const seen = new Set([from])
  const next = [from]
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    if (node === to) return true
    for (const way of ways.get(node) ?? []) {
      if (way.by === without || seen.has(way.to)) continue
      seen.add(way.to)
      next.push(way.to)
    }
  }
  return false
}

/** The smallest number still shown that touches this one, or what this one touches; none when all are hidden. */
function coverFor(flow: Flow, flows: readonly Flow[], hidden: readonly Flow[]): readonly Flow[] {
  const shown = flows.filter(one => !hidden.includes(one) && isOfUse(one, flows))
  const touching = (nodes: ReadonlySet<string>): readonly Flow[] =>
    shown
      .filter(one => nodes.has(one.from) || nodes.has(one.to))
      .toSorted((one, other) => one.count - other.count)
  const near = touching(new Set([flow.from, flow.to].filter(node => node !== outside)))
  return (near.length > 0 ? near : touching(reachedFrom(flow, hidden))).slice(0, 1)
}

/** A nothing covers only where the sums it stands in are something. */
const isOfUse = (flow: Flow, flows: readonly Flow[]): boolean =>
  flow.count > 0 ||
  [flow.from, flow.to].every(node =>
    flows.some(one => one.count > 0 && (one.from === node || one.to === node)),
  )

function reachedFrom(flow: Flow, hidden: readonly Flow[]): ReadonlySet<string> {
  const reached = new Set([flow.from, flow.to])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { from, to } of hidden) if (reached.has(from) || reached.has(to)) reached.add(from).add(to)
  }
  return reached
}
