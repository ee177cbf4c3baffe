import type { PictureAnswer } from '#domain/campaigns/desk-answers.ts'
import type { Day, Instant } from '#domain/base/days.ts'
import type { Category } from '#domain/needs/need.ts'
import { sum, type Totals } from '#domain/needs/totals.ts'
import { hiddenIn, openTable, openTableForOffice, type Place } from '#domain/villages/open-table.ts'
import { hiddenAmong, pictureForOffice, pictureOf } from '#domain/villages/picture.ts'
import type { Db } from '../db/database.ts'
import { selectTotals, selectVillageNames, type Within } from './picture.sql.ts'
import { levelBelow, levels, placeNames } from './place-names.ts'

export type PictureAsked = {
  readonly within: Within
  readonly root: string
  readonly today: Day
  readonly now: Instant
}

/** The picture for the office: small numbers are left out at every level, the wider ones deciding first. */
export async function pictureForTheOffice(db: Db, asked: PictureAsked): Promise<PictureAnswer> {
  const { within, root, today } = asked
  const around = await readAround(db, asked)
  let above: { readonly categories: readonly Category[]; readonly numbers: ReadonlySet<string> } = {
    categories: [],
    numbers: new Set(),
  }
  for (const digits of levelsFrom(root.length, within.prefix.length)) {
    const code = within.prefix.slice(0, levelBelow(digits) ?? 12)
    // Level by level: what is hidden above decides what is hidden below.
    const places = await placesIn(db, { ...within, prefix: within.prefix.slice(0, digits) }, around.nameOf)
    const hidden = hiddenAmong(
      places.map(place => place.totals),
      today,
      above.numbers,
    )
    above = {
      categories: hiddenIn(openTableForOffice(places, above.categories), code),
      numbers: hidden[places.findIndex(place => place.code === code)] ?? new Set(),
    }
  }
  const places = await placesIn(db, within, around.nameOf)
  const totals = sum(places.map(place => place.totals))
  return {
    ...around.answer,
    picture: pictureForOffice(totals, today, above.numbers),
    table: drawn(within, places) ? openTableForOffice(places, above.categories) : null,
    smallHidden: true,
  }
}

/** The picture for a leader, over the team's own villages: whoever knows every family in it reads every number. */
export async function pictureForALeader(db: Db, asked: PictureAsked): Promise<PictureAnswer> {
  const around = await readAround(db, asked)
  const byVillage = await selectTotals(db, asked.within, 12)
  const places = placesOf(byVillage, around.nameOf)
  return {
    ...around.answer,
    picture: pictureOf(sum(places.map(place => place.totals)), asked.today),
    table: places.length > 0 ? openTable(places) : null,
    smallHidden: false,
  }
}

const drawn = ({ prefix }: Within, places: readonly Place[]): boolean =>
  prefix.length < 12 && places.length > 0

/** The levels from the root down to, and without, the place asked for. */
const levelsFrom = (root: number, upTo: number): readonly number[] =>
  levels.filter(digits => digits >= root && digits < upTo)

async function readAround(db: Db, { within, root, now }: PictureAsked) {
  const villages = await selectVillageNames(db, within)
  const nameOf = placeNames(villages)
  const code = within.prefix
  const above = levelsFrom(root.length, code.length).map(digits => code.slice(0, digits))
  return {
    nameOf,
    answer: {
      at: now,
      place: { code, name: code === '' ? '' : nameOf(code) },
      above: above.map(code => ({ code, name: nameOf(code) })),
      towns: new Set(villages.map(village => village.code.slice(0, 9))).size,
      villages: villages.length,
    },
  }
}

const placesIn = async (
  db: Db,
  within: Within,
  nameOf: (code: string) => string,
): Promise<readonly Place[]> =>
  placesOf(await selectTotals(db, within, levelBelow(within.prefix.length) ?? 12), nameOf)

const placesOf = (totals: ReadonlyMap<string, Totals>, nameOf: (code: string) => string): readonly Place[] =>
  [...totals].map(([code, totals]) => ({ code, name: nameOf(code), totals }))
