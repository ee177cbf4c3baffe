import { readXml } from './xml.ts'
import type { ZipFile } from './zip.ts'

/** What the cells of all sheets are read with. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedTexts: readonly string[]
  /** By number of a cell's style: whether it shows a date. */
  readonly datedStyles: readonly boolean[]
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

export async function readWorkbook(zip: ZipFile): Promise<Workbook> {
  const partBy = await readRelations(zip)
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  await readXml(zip.textOf('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      const part = name === 'sheet' ? partBy.get(attributes['r:id'] ?? '') : undefined
      if (part !== undefined) sheets.push({ name: attributes['name'] ?? '', part })
    },
  })
  return { sheets, sharedTexts: await readSharedTexts(zip), datedStyles: await readStyles(zip), from1904 }
}

/** Which part each sheet is, by its relation id. Chart sheets and the like are no worksheets. */
async function readRelations(zip: ZipFile): Promise<ReadonlyMap<string, string>> {
  const partBy = new Map<string, string>()
  await readXml(zip.textOf('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      const target = attributes['Target'] ?? ''
      if (name !== 'Relationship' || !attributes['Type']?.endsWith('/worksheet')) return
      partBy.set(
        attributes['Id'] ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      )
    },
  })
  return partBy
}

/** The texts that cells share, rich text put together; readings (拼音, rPh) beside a text are not part of it. */
async function readSharedTexts(zip: ZipFile): Promise<readonly string[]> {
  const texts: string[] = []
  if (!zip.has('xl/sharedStrings.xml')) return texts
  let text = ''
  let inText = false
  let inReading = false
  await readXml(zip.textOf('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inReading = true
      if (name === 't') inText = !inReading
    },
    text(more) {
      if (inText) text += more
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name === 'si') texts.push(decodeEscapes(text))
    },
  })
  return texts
}

/** `_x0007_` is the character it names [R1]; half of a pair of surrogates alone is no character. */
export const decodeEscapes = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\p{Surrogate}/gu, '')

async function readStyles(zip: ZipFile): Promise<readonly boolean[]> {
  const formats = new Map<number, string>()
  const dated: boolean[] = []
  if (!zip.has('xl/styles.xml')) return dated
  let inCellFormats = false
  await readXml(zip.textOf('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) dated.push(showsDate(Number(attributes['numFmtId'] ?? 0), formats))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return dated
}

/** Formats 14–17, 22 and the Chinese ones show a date; one written out does when it holds a year, or a month and a day. */
function showsDate(id: number, formats: ReadonlyMap<number, string>): boolean {
  const written = formats.get(id)
  if (written === undefined)
    return (
      (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
    )
  const letters = written.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase()
  return letters.includes('y') || (letters.includes('m') && letters.includes('d'))
}
