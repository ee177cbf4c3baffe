import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { asVillageCode } from '#domain/base/ids.ts'
import { liesIn, type Village } from '#domain/villages/village.ts'

/**
 * The villages of an area, in the order of their codes. The area is the beginning of the code: 42 a province, 4203 a
 * city, 420325 a county, 420325107 a town. Statistical division codes of 2023, one packed file a province, made by
 * `scripts/extract-divisions.ts`. Empty for an area that does not exist. The file is read at each call.
 */
export function villagesOf(area: string): readonly Village[] {
  const text = /^\d{2,12}$/.test(area) ? readProvince(area.slice(0, 2)) : null
  return text === null ? [] : villagesIn(text.split('\n'), area)
}

/** Names of the divisions above the village, filled as the lines run down the tree. */
function villagesIn(lines: readonly string[], area: string): readonly Village[] {
  const villages: Village[] = []
  const above = { province: '', city: '', county: '', town: '' }
  let townCode = ''
  for (const line of lines) {
    const [code = '', name = ''] = line.split('\t')
    switch (code.length) {
      case 2:
        above.province = name
        break
      case 4:
        above.city = name
        break
      case 6:
        above.county = name
        break
      case 9:
        above.town = name
        townCode = code
        break
      default: {
        const village = asVillageCode(townCode + code)
        if (liesIn(village, area)) villages.push({ code: village, ...above, name })
      }
    }
  }
  return villages
}

function readProvince(province: string): string | null {
  try {
    return brotliDecompressSync(
      readFileSync(new URL(`divisions/${province}.txt.br`, import.meta.url)),
    ).toString('utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
