import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { PictureAnswer } from '#domain/campaigns/desk-answers.ts'
import type { Shown } from '#domain/villages/open-table.ts'
import { ageBands, lyingKinds, riverPools, riverStages } from '#domain/villages/picture.ts'
import type { Rows } from '../save-table.ts'

/** The picture as a table to be saved: as it is shown, with what is not written left out there too. */
export function usePictureRows({ picture, table, place }: PictureAnswer): Rows {
  const words = useDeskWords('picture')
  const { fewerThanFive, total } = useDeskWords('shell')
  const { categories } = useWords('base')
  const write = (count: Shown) => count ?? fewerThanFive
  const pools = Object.keys(riverPools) as readonly (keyof typeof riverPools)[] // keys of a literal
  return [
    [words.heading, place.name],
    [words.stage, words.count],
    ...riverStages.map(stage => [words.stages[stage], write(picture.stages[stage])]),
    ...pools.map(pool => [words.pools[pool], write(picture.pools[pool])]),
    [words.reopened, write(picture.reopened)],
    [],
    ...(table === null
      ? []
      : [
          [words.openWhere, ...table.categories.map(category => categories[category]), total],
          ...table.rows.map(row => [row.name, ...row.cells.map(write), write(row.total)]),
          [total, ...table.totals.map(write), write(table.total)],
          [],
        ]),
    [words.age, words.count],
    ...ageBands.map(band => [words.ages[band], write(picture.ages[band])]),
    [],
    [words.leftLying, words.count],
    ...lyingKinds.map(kind => [words.lyingKinds[kind], write(picture.lying[kind])]),
    [words.promisesPastDay, write(picture.promisesPastDay)],
  ]
}
