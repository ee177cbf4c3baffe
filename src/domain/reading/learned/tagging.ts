import type { Sign } from './signs.ts'
import { sumsOf, type Learned } from './weights.ts'

/** What a clause is to a finding: nothing, its beginning, its going on. */
const begins = 1
const goesOn = 2

/** Clauses that make one finding, by their numbers. */
export type Stretch = { readonly first: number; readonly last: number }

/** The stretches of a diary that a chain proposes: the likeliest run of tags over all clauses. */
export function stretchesIn(signs: readonly (readonly Sign[])[], chain: Learned): readonly Stretch[] {
  const stretches: Stretch[] = []
  tagsOf(signs, chain).forEach((tag, at) => {
    const last = stretches.at(-1)
    if (tag === begins) stretches.push({ first: at, last: at })
    if (tag === goesOn && last) stretches[stretches.length - 1] = { first: last.first, last: at }
  })
  return stretches
}

type Best = { readonly sum: number; readonly tags: Tags | null }
type Tags = { readonly tag: number; readonly before: Tags | null }

const impossible = -1e9

function tagsOf(signs: readonly (readonly Sign[])[], chain: Learned): readonly number[] {
  let best: readonly Best[] = [
    { sum: 0, tags: null },
    { sum: impossible, tags: null },
    { sum: impossible, tags: null },
  ]
  signs.forEach((list, at) => {
    const sums = sumsOf(list, chain)
    best = sums.map((sum, tag) =>
      step(best, tag, sum + (tag === begins ? chain.boldness : 0), at === 0 ? null : chain),
    )
  })
  const tags: number[] = []
  let end = best.toSorted((one, other) => other.sum - one.sum)[0]?.tags ?? null
  for (; end; end = end.before) tags.unshift(end.tag)
  return tags
}

function step(best: readonly Best[], tag: number, sum: number, chain: Learned | null): Best {
  let found: Best = { sum: impossible, tags: null }
  best.forEach((before, from) => {
    if (tag === goesOn && from === 0) return
    const reached = before.sum + (chain?.byStep[from * chain.answers + tag] ?? 0)
    if (reached > found.sum) found = { sum: reached, tags: before.tags }
  })
  return { sum: found.sum + sum, tags: { tag, before: found.tags } }
}

/** A semicolon or a line's end parts one finding from the next, whatever the chain says. */
export function partedAt(stretch: Stretch, parts: (at: number) => boolean): readonly Stretch[] {
  const parted: Stretch[] = []
  let first = stretch.first
  for (let at = stretch.first + 1; at <= stretch.last; at += 1) {
    if (!parts(at)) continue
    parted.push({ first, last: at - 1 })
    first = at
  }
  return [...parted, { first, last: stretch.last }]
}
