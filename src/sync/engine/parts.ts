import type { Audience } from '#domain/access/may-see.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { Snapshot } from '../wire.ts'
import { keyOfPart, type PartKept, type Write } from './store.ts'

/** What has come of one village's snapshot, from its first part on and without gaps [S17]. */
export type PartsHeld = {
  readonly audience: Audience
  readonly upTo: number
  readonly of: number
  readonly parts: readonly string[]
  /** The keys of these parts on the disk, and of any older ones that still lie there. */
  readonly keys: readonly string[]
}

/** Parts that have just come, of which the rest is still to come. */
export type PartsCame = { readonly is: 'parts' } & Omit<Snapshot, 'is'>

/** The parts of a snapshot with what was here before; null where they do not go on from it. */
export function joinParts(
  held: PartsHeld | null,
  audience: Audience,
  came: Omit<Snapshot, 'is'>,
): readonly string[] | null {
  if (came.from === 0) return came.parts
  const goesOn =
    held !== null &&
    held.audience === audience &&
    held.upTo === came.upTo &&
    held.of === came.of &&
    came.from <= held.parts.length
  return goesOn ? [...held.parts.slice(0, came.from), ...came.parts] : null
}

/** Keeps the parts that have just come beside those from before; what belongs to another snapshot goes. */
export function keepParts(
  held: PartsHeld | null,
  village: VillageCode,
  audience: Audience,
  came: PartsCame,
): { readonly parts: PartsHeld | null; readonly writes: readonly Write[] } {
  const parts = joinParts(held, audience, came)
  if (parts === null) return { parts: null, writes: dropParts(held) }
  const { upTo, of } = came
  const records = came.parts.map((gzip, at): PartKept => ({
    village,
    audience,
    upTo,
    number: came.from + at,
    of,
    gzip,
  }))
  const starts = came.from === 0
  const keys = records.map(keyOfPart)
  return {
    parts: {
      audience,
      upTo,
      of,
      parts,
      keys: [...new Set([...(starts ? [] : (held?.keys ?? [])), ...keys])],
    },
    writes: [
      ...(starts ? dropParts(held) : []),
      ...records.map((value): Write => ({ put: 'parts', key: keyOfPart(value), value })),
    ],
  }
}

/** Takes the parts from the disk: all has come, or what came is of no use. */
export const dropParts = (held: PartsHeld | null | undefined): readonly Write[] =>
  (held?.keys ?? []).map(key => ({ drop: 'parts', key }))

/** The parts on the disk, village by village: of the newest snapshot, from the first on as far as there is no gap. */
export function partsFrom(kept: ReadonlyMap<string, PartKept>): ReadonlyMap<VillageCode, PartsHeld> {
  const villages = new Set([...kept.values()].map(({ village }) => village))
  return new Map(
    [...villages].map(code => [code, partsOf([...kept].filter(([, { village }]) => village === code))]),
  )
}

function partsOf(records: readonly (readonly [string, PartKept])[]): PartsHeld {
  // Keys sort by `upTo`, so that the last is of the newest snapshot.
  const newest = records.at(-1)?.[1]
  const fitting = records
    .map(([, part]) => part)
    .filter(
      ({ upTo, of, audience }) => upTo === newest?.upTo && of === newest.of && audience === newest.audience,
    )
  const whole = fitting.filter(({ number }, at) => number === at)
  return {
    audience: newest?.audience ?? 'cadre',
    upTo: newest?.upTo ?? 0,
    of: newest?.of ?? 0,
    parts: whole.map(({ gzip }) => gzip),
    keys: records.map(([key]) => key),
  }
}
