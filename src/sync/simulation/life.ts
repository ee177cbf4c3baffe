import { asInstant } from '#domain/base/days.ts'
import { oneVisit } from './acts.ts'
import { devices } from './cast.ts'
import { createRandom, type Random } from './random.ts'
import type { Fate, Life, Step, Weather } from './step.ts'

/**
 * The life of a seed. Each life has a character of its own: only some kinds of trouble happen in it, each as often as
 * was drawn for it; faults that need each other meet more often than if everything happened everywhere.
 */
export function lifeOf(seed: number): Life {
  const random = createRandom(seed)
  const taking = devices.map((_, at) => at).filter(() => random.chance(0.55))
  const character = drawCharacter(random)
  const length = 40 + random.below(90)
  return {
    seed,
    begins: asInstant('2026-04-16T04:00:00.000Z'),
    devices: taking.length === 0 ? [0, 1] : taking,
    tabs: random.chance(0.2) ? 2 : 1,
    olderApps: random.chance(0.2) ? devices.map((_, at) => at).filter(() => random.chance(0.4)) : [],
    isOlderServer: random.chance(0.1),
    steps: withNights(
      Array.from({ length }, () => drawStep(random, character)),
      createRandom(seed + nightsApart),
    ),
  }
}

/** Nights are drawn by themselves, so that the rest of a seed's life is what it was before there were any. */
const nightsApart = 1_000_003

function withNights(steps: readonly Step[], random: Random): readonly Step[] {
  if (!random.chance(0.4)) return steps
  return steps.flatMap((step): readonly Step[] =>
    random.chance(0.1) ? [...drawVisit(random), { is: 'night' }, step] : [step],
  )
}

/** Often one visit is planned, spoken about and held before the night comes that takes what was said. */
function drawVisit(random: Random): readonly Step[] {
  const at = { at: random.below(60), tab: 0 }
  const about = { few: random.below(4), where: random.below(60), pair: false, fates: [] }
  if (!random.chance(0.4)) return []
  return [
    ...oneVisit.map((what): Step => ({ ...at, is: 'write', what, ...about })),
    { ...at, is: 'sync', weathers: ['fine'], fates: [] },
  ]
}

type Kind = Exclude<Step['is'], 'night'>
type Character = {
  readonly weights: readonly (readonly [Kind, number])[]
  readonly sum: number
  readonly weathers: readonly Weather[]
  readonly trouble: number
  readonly fates: readonly Fate[]
  readonly crashes: number
}

const usual: readonly (readonly [Kind, number])[] = [
  ['write', 40],
  ['sync', 30],
]

const unusual: readonly (readonly [Kind, number])[] = [
  ['draft', 4],
  ['odd', 1.5],
  ['arrive', 8],
  ['late', 4],
  ['online', 8],
  ['restart', 4],
  ['clock', 4],
  ['time', 6],
  ['back-up', 2.5],
  ['restore', 1.5],
  ['reassign', 3],
  ['review', 6],
  ['erase', 1],
  ['renew', 1],
  ['together', 3],
]

const weathers: readonly Weather[] = [
  'lost',
  'unanswered',
  'cut',
  'twice',
  'late',
  'slow-answer',
  'slow-request',
  'signed-out',
  'another-person',
  'down',
  'server-dies-before',
  'server-dies-after',
  'server-full',
]

const fates: readonly Fate[] = ['full', 'dies-before', 'dies-after']

function drawCharacter(random: Random): Character {
  const weights = [...usual, ...unusual.filter(() => random.chance(0.6))]
  return {
    weights,
    sum: weights.reduce((sum, [, weight]) => sum + weight, 0),
    weathers: weathers.filter(() => random.chance(0.5)),
    trouble: random.pick([0, 0.1, 0.3, 0.6]),
    fates: fates.filter(() => random.chance(0.6)),
    crashes: random.pick([0, 0, 0.1, 0.3]),
  }
}

function drawKind(random: Random, { weights, sum }: Character): Kind {
  let left = random.below(sum * 1000) / 1000
  for (const [kind, weight] of weights) {
    left -= weight
    if (left < 0) return kind
  }
  return 'sync'
}

function drawStep(random: Random, character: Character): Step {
  const at = { at: random.below(60), tab: random.below(2) }
  const few = random.below(4)
  const where = random.below(60)
  const fates = drawFates(random, character)
  const is = drawKind(random, character)
  switch (is) {
    case 'write':
      return { ...at, is, what: random.below(60), few, where, pair: random.chance(0.15), fates }
    case 'draft':
      return { ...at, is, few, fates }
    case 'odd':
      return { ...at, is, where }
    case 'sync':
      return { ...at, is, weathers: drawWeathers(random, character), fates }
    case 'arrive':
    case 'restart':
      return { ...at, is }
    case 'late':
    case 'renew':
    case 'together':
    case 'back-up':
      return { is }
    case 'online':
      return { is, who: random.below(3), few, where }
    case 'clock':
      return { ...at, is, off: random.pick([0, -1, -2, -3, 2, -900, 4000]) }
    case 'time':
      return { is, minutes: random.pick([5, 600, 1440, 2880, 10_000]) }
    case 'restore':
      return { is, which: random.below(3) }
    case 'reassign':
      return {
        is,
        who: random.below(60),
        village: random.below(2),
        how: random.pick(['joins-team', 'becomes-cadre', 'leaves-today', 'left-yesterday'] as const),
      }
    case 'review':
      return {
        ...at,
        is,
        how: random.pick(['discard', 'resend', 'mend', 'hand-over'] as const),
        which: random.below(4),
        fates,
      }
    case 'erase':
      return { is, where }
    default:
      return is satisfies never
  }
}

function drawWeathers(random: Random, { weathers, trouble }: Character): readonly Weather[] {
  const count = 1 + random.below(3)
  return Array.from({ length: count }, () =>
    weathers.length > 0 && random.chance(trouble) ? random.pick(weathers) : 'fine',
  )
}

function drawFates(random: Random, { fates, crashes }: Character): readonly Fate[] {
  if (fates.length === 0 || !random.chance(crashes)) return []
  const before = random.below(3)
  return [...Array.from({ length: before }, (): Fate => 'stored'), random.pick(fates)]
}
