import { isIPv6 } from 'node:net'
import { asId, asVillageCode, type HouseholdId, type VillageCode } from '#domain/base/ids.ts'
import { asInstant, type Instant } from '#domain/base/days.ts'
import { digestOfCode, readCode } from '../cards/code.ts'
import type { Db } from '../db/database.ts'
import { countTries } from '../http/tries.ts'
import { selectCardByDigest } from './card-page.sql.ts'

/** A card that is good: whose it is, and since when. The digest stands for the code, which is kept nowhere. */
export type GoodCard = {
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly digest: Buffer
  readonly issuedAt: Instant
}

export type Opened =
  | { readonly is: 'open'; readonly card: GoodCard }
  /** Unknown, given back, or no code at all: which of them, nobody learns. */
  | { readonly is: 'wrong' }
  | { readonly is: 'too-many' }

export type Door = (address: string, written: string) => Promise<Opened>

const minutes = 60_000

/** So many wrong codes from one address, from one address before nothing more is looked up, and from everywhere. */
export const wrongCodes = { toldOff: 10, shutOut: 100, everywhere: 2000, within: 10 * minutes } as const

/**
 * Opens a household's page by its code. After ten wrong codes from an address the page asks for a pause; a whole town may
 * share one address, so whoever has a right code is let in until a hundred went wrong. When wrong ones come from
 * everywhere at once, an address gets only its first ten. A right code never counts.
 */
export function openDoor(db: Db, now?: () => number): Door {
  const { toldOff, shutOut, everywhere, within } = wrongCodes
  const few = countTries({ most: toldOff, milliseconds: within }, now)
  const many = countTries({ most: shutOut, milliseconds: within }, now)
  const all = countTries({ most: everywhere, milliseconds: within }, now)
  return async (address, written) => {
    const from = neighbourhoodOf(address)
    const isEarly = few.take(from)
    const isShutOut = !many.take(from)
    const isCalm = all.take('everywhere')
    if (isShutOut || !(isEarly || isCalm)) return { is: 'too-many' }
    const card = await findCard(db, written)
    if (card === null) return { is: isEarly ? 'wrong' : 'too-many' }
    for (const counted of [few, many]) counted.giveBack(from)
    all.giveBack('everywhere')
    return { is: 'open', card }
  }
}

/** What is no code is looked up all the same: a wrong code takes the same way whatever is wrong with it. */
async function findCard(db: Db, written: string): Promise<GoodCard | null> {
  const row = await selectCardByDigest(db, digestOfCode(readCode(written) ?? `no code: ${written}`))
  if (row === undefined) return null
  return {
    village: asVillageCode(row.village_code),
    household: asId<HouseholdId>(row.household_id),
    digest: row.code_digest,
    issuedAt: asInstant(row.issued_at),
  }
}

/** Who asks, for counting: an IPv4 address, or the first half of an IPv6 one, the rest of which a phone changes at will. */
export function neighbourhoodOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array<string>(8 - first.length - last.length).fill('0')
  return [...first, ...zeros, ...last].slice(0, 4).join(':')
}
