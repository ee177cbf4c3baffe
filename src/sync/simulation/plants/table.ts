import type { Plant } from './plant.ts'

/** A planted bug, and the first seed that found it. */
export type Caught = { readonly plant: Plant; readonly seeds: number }

/** The page `docs/rules/planted-bugs.md`; written by `scripts/planted-bugs.ts`, and held to the list by a test. */
export const pageOf = (caught: readonly Caught[]): string =>
  [
    '# Planted bugs',
    '',
    'The simulator proves itself on deliberate faults: each of these is put around the sync by the simulator alone',
    '(`src/sync/simulation/plants`), cannot be reached in the product, and must be found within the stated number of lives.',
    'A test in `npm test` plants each of them. Try one: `npm run -s simulate -- --seeds 100 --plant drop-refused`.',
    '',
    `${caught.length} planted, ${caught.length} caught. This page is written by \`node scripts/planted-bugs.ts\`.`,
    '',
    '| planted bug | what it breaks | rule | found by life | must be found within |',
    '| --- | --- | --- | --- | --- |',
    ...caught.map(rowOf),
    '',
  ].join('\n')

const rowOf = ({ plant: { name, breaks, rule, within }, seeds }: Caught): string =>
  `| \`${name}\` | ${breaks} | ${rule} | ${seeds} | ${within} |`

/** The rows of the page as it stands, by their names. */
export const rowsIn = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page
      .split('\n')
      .flatMap(line => (line.startsWith('| `') ? [[line.split('`')[1] ?? '', line] as const] : [])),
  )

/** Whether the page's row says of a planted bug what the list says of it. */
export function saysSo(row: string | undefined, plant: Plant): boolean {
  const seeds = Number(row?.split('|').at(-3)?.trim())
  return seeds >= 1 && seeds <= plant.within && row === rowOf({ plant, seeds })
}
