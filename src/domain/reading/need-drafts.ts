import type { Clause } from './clauses.ts'
import type { NeedCategoryWord } from './finding.ts'
import { newMatter } from './wishes.ts'

/** A need being read: the clauses it runs over, what it is about, and the kind of trouble where one was known. */
export type Draft = {
  readonly category: NeedCategoryWord
  readonly first: number
  readonly last: number
  readonly strength: 'trouble' | 'wish'
  readonly frame: number | null
}

/** A diary tells one problem and the wish that follows from it: one need, not two. */
export function joinDrafts(drafts: readonly Draft[], clauses: readonly Clause[]): readonly Draft[] {
  const joined: Draft[] = []
  for (const next of drafts) {
    const last = joined.at(-1)
    if (last && belongs(last, next, clauses)) joined[joined.length - 1] = join(last, next)
    else joined.push(next)
  }
  return joined
}

function belongs(one: Draft, next: Draft, clauses: readonly Clause[]): boolean {
  const [end, start] = [clauses[one.last], clauses[next.first]]
  if (!end || !start) return false
  if (next.first <= one.last) return true
  if (newMatter.test(start.text) || end.line !== start.line) return false
  if (clauses.slice(one.last + 1, next.first + 1).some(clause => /[;；]/u.test(clause.after))) return false
  const gap = next.first - one.last
  const sameCategory = one.category === next.category
  const withWish = one.strength === 'wish' || next.strength === 'wish'
  if (end.sentence === start.sentence)
    return (
      gap === 1 || (gap <= 2 && (sameCategory || withWish)) || (gap <= 4 && (sameCategory || isVague(next)))
    )
  if (start.sentence - end.sentence > 2 || gap > 5) return false
  return sameCategory && (withWish || one.frame === next.frame || isVague(next) || lasting.has(one.category))
}

/** Trouble of no known kind, beside one that is known. */
const isVague = (draft: Draft): boolean => draft.strength === 'trouble' && draft.frame === null

/** A quarrel or a storm is told over several sentences. */
const lasting: ReadonlySet<NeedCategoryWord> = new Set(['矛盾纠纷', '受灾受困'])

/** The trouble says what it is about better than the wish; among equals the known kind, then the first. */
function join(one: Draft, next: Draft): Draft {
  const rank = (draft: Draft) => (draft.strength === 'trouble' ? 2 : 0) + (draft.frame === null ? 0 : 1)
  const leading = rank(next) > rank(one) ? next : one
  const near = next.first - one.last <= 1
  return {
    category: leading.category,
    strength: leading.strength,
    frame: leading.frame,
    first: near ? one.first : leading.first,
    last: near ? Math.max(one.last, next.last) : leading.last,
  }
}
