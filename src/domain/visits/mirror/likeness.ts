import type { Quoted } from '#domain/reading/finding.ts'

/** Length of the pieces compared, in signs. */
const piece = 6

/** From this share of pieces on, a diary reads like another one. */
const likeFrom = 0.4

/** Diaries shorter than this are alike by chance. */
const shortest = 40

/**
 * The longest stretch of a diary that also stands in another one, where the two are so alike that what is particular
 * to this family cannot be seen; null where they are not.
 */
export function sharedWithAnother(text: string, others: readonly string[]): Quoted | null {
  const plain = withoutSpace(text)
  if (plain.length < shortest) return null
  const mine = piecesOf(plain)
  const alike = others.find(
    other => other !== text && shareOf(mine, piecesOf(withoutSpace(other))) >= likeFrom,
  )
  return alike === undefined ? null : longestShared(text, alike)
}

const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, '')

function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (let at = 0; at + piece <= text.length; at += 1) pieces.add(text.slice(at, at + piece))
  return pieces
}

function shareOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0
  for (const one of mine) if (theirs.has(one)) shared += 1
  return mine.size === 0 ? 0 : shared / mine.size
}

/** Grows a stretch from each place where a piece is shared; a later start never begins inside an earlier stretch. */
function longestShared(text: string, other: string): Quoted | null {
  let best: Quoted | null = null
  let at = 0
  while (at + piece <= text.length) {
    let end = at + piece
    if (!other.includes(text.slice(at, end))) {
      at += 1
      continue
    }
    while (end < text.length && other.includes(text.slice(at, end + 1))) end += 1
    if (best === null || end - at > best.end - best.start)
      best = { quote: text.slice(at, end), start: at, end }
    at = end - piece + 1
  }
  return best
}
