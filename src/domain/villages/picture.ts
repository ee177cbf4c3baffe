import { daysBetween, parseDay, type Day } from '../base/days.ts'
import type { Totals } from '../needs/totals.ts'
import { flowsOfTable, inColumns, type Shown } from './open-table.ts'
import { hideSmall, leastShown, outside, type Flow } from './small-cells.ts'

/** How far needs have come, one after the other; what stopped on the way runs down into a pool. */
export const riverStages = ['heard', 'agreed', 'in-hand', 'answered', 'solved'] as const
export type RiverStage = (typeof riverStages)[number]

/** Where needs are that do not flow on, with the stage after which they left the stream. */
export const riverPools = {
  withdrawn: 'heard',
  'not-agreed': 'heard',
  'no-way-yet': 'agreed',
  'left-lying': 'in-hand',
  waiting: 'in-hand',
  'in-hand': 'in-hand',
  'rather-not-say': 'answered',
  awaiting: 'answered',
} as const satisfies Record<string, RiverStage>
export type RiverPool = keyof typeof riverPools

/** How a need is left lying [H13]: no kind names a person. */
export const lyingKinds = ['result-untold', 'no-next-step', 'past-day'] as const
export type LyingKind = (typeof lyingKinds)[number]

/** How long needs have been open, in days: up to and including. */
export const ageBands = ['up-to-7', 'up-to-14', 'up-to-30', 'up-to-60', 'over-60'] as const
export type AgeBand = (typeof ageBands)[number]

/** Where needs are that were heard in a place: never who heard them or has them in hand [H10] [F3]. */
export type Picture = {
  readonly stages: Readonly<Record<RiverStage, Shown>>
  readonly pools: Readonly<Record<RiverPool, Shown>>
  /** Times that a household said not solved, and it was taken up again. */
  readonly reopened: Shown
  readonly open: Shown
  readonly lying: Readonly<Record<LyingKind, Shown>>
  readonly lyingTotal: Shown
  /** Promises past their day, with or without a need. */
  readonly promisesPastDay: Shown
  readonly ages: Readonly<Record<AgeBand, Shown>>
}

/** The picture for who answers for every family in it: all numbers stand. */
export const pictureOf = (totals: Totals, today: Day): Picture =>
  draw(figuresOf(totals, today), { river: new Set(), ages: new Set(), below: 0 })

/**
 * The picture for the office: small numbers are not written, nor what would give one away. `already` are the numbers
 * that may not be written of this place for what the places beside it show (`hiddenAmong`).
 */
export function pictureForOffice(
  totals: Totals,
  today: Day,
  already: ReadonlySet<string> = new Set(),
): Picture {
  const figures = figuresOf(totals, today)
  const river = hideSmall(riverFlows(figures), [...already])
  const ages = hideSmall(ageFlows(figures), [...already, ...(river.has('open') ? ['open'] : [])])
  return draw(figures, { river, ages, below: leastShown })
}

/**
 * Which numbers of each of these places are not written, so that nobody subtracts the pictures of all but one from the
 * picture of the whole. `above` are those not written of the whole.
 */
export function hiddenAmong(
  places: readonly Totals[],
  today: Day,
  above: ReadonlySet<string> = new Set(),
): readonly ReadonlySet<string>[] {
  const numbers = places.map(totals => numbersOf(figuresOf(totals, today)))
  const hidden = places.map(() => new Set<string>())
  for (const part of ['river', 'lying', 'ages'] as const) {
    const ids = Object.keys(numbers[0]?.[part] ?? {})
    const flows = flowsOfTable(numbers.map(one => ids.map(id => one[part][id] ?? 0)))
    const columns = ids.flatMap((id, at) => (above.has(id) ? [at] : []))
    const among = hideSmall(flows, inColumns(flows, columns))
    for (const [row, own] of hidden.entries())
      for (const [column, id] of ids.entries()) if (among.has(`cell:${row}:${column}`)) own.add(id)
  }
  return hidden
}

/** The numbers of a picture that add up to its sums, under the names of their flows. */
const numbersOf = ({
  stages,
  pools,
  lying,
  ages,
}: Figures): Readonly<Record<'river' | 'lying' | 'ages', Readonly<Record<string, number>>>> => ({
  river: { ...named('pool', pools), 'stage:solved': stages.solved },
  lying: named('lying', lying),
  ages: named('age', ages),
})

const named = (prefix: string, counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${prefix}:${key}`, count]))

type Figures = {
  readonly stages: Readonly<Record<RiverStage, number>>
  readonly pools: Readonly<Record<RiverPool, number>>
  readonly lying: Readonly<Record<LyingKind, number>>
  readonly ages: Readonly<Record<AgeBand, number>>
  readonly reopened: number
  readonly open: number
  readonly promisesPastDay: number
}

function figuresOf(totals: Totals, today: Day): Figures {
  const standing = (stage: string): number => sumOf(totals, `stage:${stage}:`)
  const late = { step: pastDay(totals, 'step', today), referral: pastDay(totals, 'referral', today) }
  const lying = {
    'result-untold': totals['lying:untold'] ?? 0,
    'no-next-step': totals['lying:no-next-step'] ?? 0,
    'past-day': late.step + late.referral,
  }
  // A need that was agreed and has no way yet lies there too; it left the stream before it was in hand.
  const lyingInHand = lying['result-untold'] + lying['no-next-step'] - standing('agreed') + late.step
  const pools = {
    withdrawn: standing('withdrawn'),
    'not-agreed': standing('heard'),
    'no-way-yet': standing('agreed'),
    'left-lying': lyingInHand + late.referral,
    waiting: standing('waiting') - late.referral,
    'in-hand': standing('in-hand') - lyingInHand,
    'rather-not-say': standing('unconfirmed'),
    awaiting: standing('answered'),
  }
  const solved = standing('solved')
  const answered = solved + pools['rather-not-say'] + pools.awaiting
  const inHand = answered + pools['left-lying'] + pools.waiting + pools['in-hand']
  const agreed = inHand + pools['no-way-yet']
  const heard = agreed + pools.withdrawn + pools['not-agreed']
  return {
    stages: { heard, agreed, 'in-hand': inHand, answered, solved },
    pools,
    lying,
    ages: agesOf(totals, today),
    reopened: totals['reopened'] ?? 0,
    open: heard - pools.withdrawn - pools['rather-not-say'] - solved,
    promisesPastDay: pastDay(totals, 'promise', today),
  }
}

const sumOf = (totals: Totals, beginning: string): number =>
  Object.entries(totals).reduce((sum, [key, count]) => (key.startsWith(beginning) ? sum + count : sum), 0)

/** Open things of a kind whose day has passed: today's day has not. */
function pastDay(totals: Totals, what: 'promise' | 'referral' | 'step', today: Day): number {
  const beginning = `due:${what}:`
  return Object.entries(totals).reduce(
    (sum, [key, count]) =>
      key.startsWith(beginning) && key.slice(beginning.length) < today ? sum + count : sum,
    0,
  )
}

function agesOf(totals: Totals, today: Day): Readonly<Record<AgeBand, number>> {
  const ages = { 'up-to-7': 0, 'up-to-14': 0, 'up-to-30': 0, 'up-to-60': 0, 'over-60': 0 }
  for (const [key, count] of Object.entries(totals)) {
    const since = key.startsWith('open-since:') ? parseDay(key.slice('open-since:'.length)) : null
    if (since !== null) ages[bandOf(daysBetween(since, today))] += count
  }
  return ages
}

function bandOf(days: number): AgeBand {
  if (days <= 7) return 'up-to-7'
  if (days <= 14) return 'up-to-14'
  if (days <= 30) return 'up-to-30'
  return days <= 60 ? 'up-to-60' : 'over-60'
}

/** The river as flows: stages one after the other, pools running off, what is still open gathered once more. */
function riverFlows({ stages, pools, lying, open }: Figures): readonly Flow[] {
  const flow = (id: string, from: string, to: string, count: number): Flow => ({ id, from, to, count })
  const poolEnds: Readonly<Record<RiverPool, string>> = {
    withdrawn: outside,
    'not-agreed': 'open',
    'no-way-yet': 'lying',
    'left-lying': 'lying',
    waiting: 'open',
    'in-hand': 'open',
    'rather-not-say': outside,
    awaiting: 'open',
  }
  const names = Object.keys(riverPools) as readonly RiverPool[] // the keys of a literal above
  return [
    ...riverStages.map((stage, at) =>
      flow(`stage:${stage}`, riverStages[at - 1] ?? outside, at === 4 ? outside : stage, stages[stage]),
    ),
    ...names.map(pool => flow(`pool:${pool}`, riverPools[pool], poolEnds[pool], pools[pool])),
    flow('lying', 'lying', 'kinds', pools['no-way-yet'] + pools['left-lying']),
    ...lyingKinds.map(kind => flow(`lying:${kind}`, 'kinds', 'open', lying[kind])),
    flow('open', 'open', outside, open),
  ]
}

const ageFlows = ({ ages, open }: Figures): readonly Flow[] => [
  { id: 'open', from: 'whole', to: 'ages', count: open },
  ...ageBands.map(band => ({ id: `age:${band}`, from: 'ages', to: 'whole', count: ages[band] })),
]

type Hidden = {
  readonly river: ReadonlySet<string>
  readonly ages: ReadonlySet<string>
  readonly below: number
}

function draw(figures: Figures, { river, ages, below }: Hidden): Picture {
  const alone = (count: number): Shown => (count === 0 || count >= below ? count : null)
  const shown = <Key extends string>(
    counts: Readonly<Record<Key, number>>,
    prefix: string,
    hidden: ReadonlySet<string>,
  ): Record<Key, Shown> =>
    // The same keys as came in.
    Object.fromEntries(
      Object.entries<number>(counts).map(([key, count]) => [
        key,
        hidden.has(`${prefix}:${key}`) ? null : count,
      ]),
    ) as Record<Key, Shown>
  return {
    stages: shown(figures.stages, 'stage', river),
    pools: shown(figures.pools, 'pool', river),
    reopened: alone(figures.reopened),
    open: river.has('open') || ages.has('open') ? null : figures.open,
    lying: shown(figures.lying, 'lying', river),
    lyingTotal: river.has('lying') ? null : figures.pools['no-way-yet'] + figures.pools['left-lying'],
    promisesPastDay: alone(figures.promisesPastDay),
    ages: shown(figures.ages, 'age', ages),
  }
}
