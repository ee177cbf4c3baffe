import type { OfficeCount } from './Count.tsx'

/** The stages a need passes, and the pools where it may stay. Names as in the words of `picture`. */
export type RiverStage = 'heard' | 'agreed' | 'in-hand' | 'answered' | 'solved'
export type RiverPool =
  | 'withdrawn'
  | 'not-agreed'
  | 'no-way-yet'
  | 'left-lying'
  | 'waiting'
  | 'in-hand'
  | 'rather-not-say'
  | 'awaiting'

/** Counts of needs by where they are. `reopened`: not solved, the family said, and taken up again. */
export type RiverCounts = {
  readonly stages: Readonly<Record<RiverStage, OfficeCount>>
  readonly pools: Readonly<Record<RiverPool, OfficeCount>>
  readonly reopened: OfficeCount
}

export const STAGES: readonly RiverStage[] = ['heard', 'agreed', 'in-hand', 'answered', 'solved']

export const POOLS: readonly RiverPool[] = [
  'withdrawn',
  'not-agreed',
  'no-way-yet',
  'left-lying',
  'waiting',
  'in-hand',
  'rather-not-say',
  'awaiting',
]

/* The drawing: 1176 wide; the water's surface at 66, the ground where pools lie at 372. */
export const RIVER = { width: 1176, height: 402, surface: 66, ground: 372, depth: 216 } as const

const GATES: Readonly<Record<RiverStage, number>> = {
  heard: 0,
  agreed: 252,
  'in-hand': 512,
  answered: 812,
  solved: 1174,
}

/* Which pools leave the stream after which gate, the lowest water first, and where each would like to lie. */
const BRANCHES: readonly {
  readonly after: RiverStage
  readonly pools: readonly (readonly [RiverPool, number])[]
}[] = [
  {
    after: 'heard',
    pools: [
      ['withdrawn', 52],
      ['not-agreed', 164],
    ],
  },
  { after: 'agreed', pools: [['no-way-yet', 330]] },
  {
    after: 'in-hand',
    pools: [
      ['left-lying', 566],
      ['waiting', 652],
      ['in-hand', 742],
    ],
  },
  {
    after: 'answered',
    pools: [
      ['rather-not-say', 900],
      ['awaiting', 1016],
    ],
  },
]

/** A stage as drawn: where its gate stands and how deep the water is there and behind it. */
export type DrawnStage = { readonly stage: RiverStage; readonly x: number; readonly depth: number }
/** Water between two gates. */
export type DrawnReach = { readonly path: string; readonly kind: 'water' | 'solved' | 'few' }
/** A pool as drawn: its way down, and where its words stand. */
export type DrawnPool = {
  readonly pool: RiverPool
  readonly path: string
  readonly x: number
  readonly width: number
  readonly isFew: boolean
}

export type RiverCourse = {
  readonly gates: readonly DrawnStage[]
  readonly reaches: readonly DrawnReach[]
  readonly pools: readonly DrawnPool[]
  /** How wide the stream that flows back is; 0 where none does. */
  readonly reopened: number
}

/**
 * Where everything lies: width is the number, and what leaves the stream stays in sight. A suppressed pool is drawn as
 * three, a suppressed stage as deep as the last one that is written: the drawing tells no more than the numbers.
 */
export function riverCourse(counts: RiverCounts): RiverCourse {
  const drawn = (count: OfficeCount): number => (count === 'few' ? 3 : count)
  const scale = RIVER.depth / Math.max(1, drawn(counts.stages.heard))
  const deep = (count: OfficeCount): number => (drawn(count) === 0 ? 0 : Math.max(1.5, drawn(count) * scale))
  return {
    gates: STAGES.map(stage => ({ stage, x: GATES[stage], depth: deep(drawnStage(counts, stage)) })),
    reaches: reachesOf(counts, deep),
    pools: BRANCHES.flatMap(branch => poolsOf(branch, counts, deep)),
    reopened: deep(counts.reopened),
  }
}

/** How many a stage is drawn as: a suppressed one as many as the stage before it. */
function drawnStage(counts: RiverCounts, stage: RiverStage): OfficeCount {
  const upTo = STAGES.slice(0, STAGES.indexOf(stage) + 1)
  return upTo.reduce<OfficeCount>(
    (drawn, one) => (counts.stages[one] === 'few' ? drawn : counts.stages[one]),
    'few',
  )
}

type Deep = (count: OfficeCount) => number

const reachesOf = (counts: RiverCounts, deep: Deep): readonly DrawnReach[] =>
  STAGES.slice(0, -1).flatMap((stage, place) => {
    const next = STAGES[place + 1]
    if (next === undefined) return []
    const count = counts.stages[next]
    const bottom = round(RIVER.surface + deep(drawnStage(counts, next)))
    const path = `M${String(GATES[stage] + 2)} ${String(RIVER.surface)}H${String(GATES[next])}V${String(bottom)}H${String(GATES[stage] + 2)}z`
    return deep(count) === 0
      ? []
      : [{ path, kind: count === 'few' ? 'few' : next === 'solved' ? 'solved' : 'water' }]
  })

function poolsOf(branch: (typeof BRANCHES)[number], counts: RiverCounts, deep: Deep): readonly DrawnPool[] {
  const gate = GATES[branch.after]
  const widths = branch.pools.map(([pool]) => deep(counts.pools[pool]))
  const kept = deep(drawnStage(counts, afterwards(branch.after)))
  const before = deep(drawnStage(counts, branch.after))
  const leaving = widths.reduce((sum, width) => sum + width, 0)
  let bottom = RIVER.surface + Math.max(leaving, Math.min(before, kept + leaving))
  let free = gate + 30
  return branch.pools.flatMap(([pool, wish], place) => {
    const width = widths[place] ?? 0
    if (width === 0) return []
    const x = Math.max(wish, free)
    const path = wayDown({ gate, bottom, width, x, bend: place * 26 })
    bottom -= width
    free = x + width + 14
    return [{ pool, path, x: round(x + width / 2), width, isFew: counts.pools[pool] === 'few' }]
  })
}

const afterwards = (stage: RiverStage): RiverStage => STAGES[STAGES.indexOf(stage) + 1] ?? 'solved'

/* Out of the stream, round a quarter of an ellipse, straight down to the ground. */
function wayDown(way: { gate: number; bottom: number; width: number; x: number; bend: number }): string {
  const { bottom, width, x } = way
  const start = Math.min(way.gate + 4 + way.bend, x - 16)
  const room = Math.max(4, RIVER.ground - bottom - 6)
  const inner = { x: round(x - start), y: round(Math.min(room, (x - start) * 0.72)) }
  const outer = { x: round(inner.x + width), y: round(inner.y + width) }
  const turn = round(bottom + inner.y)
  const [top, low, right] = [round(bottom - width), round(bottom), round(x + width)]
  return `M${String(way.gate + 2)} ${String(top)}H${String(start)}A${String(outer.x)} ${String(outer.y)} 0 0 1 ${String(right)} ${String(turn)}V${String(RIVER.ground)}H${String(round(x))}V${String(turn)}A${String(inner.x)} ${String(inner.y)} 0 0 0 ${String(start)} ${String(low)}H${String(way.gate + 2)}z`
}

const round = (length: number): number => Math.round(length * 10) / 10
