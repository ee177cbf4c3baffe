import type { Sheet } from '#domain/households/roster/sheet.ts'
import type { RosterLimits } from './limits.ts'
import { readWorkbook } from './workbook.ts'
import { readWorksheet } from './worksheet.ts'
import { openZip } from './zip.ts'

/**
 * Reads an .xlsx file into plain sheets, in the order of the workbook.
 *
 * This is our own small reader over an XML tokenizer and Node's zlib, not a spreadsheet library. exceljs' streaming
 * reader was measured first: it decodes each piece of a sheet by itself and so spoils about one Chinese name in two
 * thousand (exceljs #2084), keeps no merged cells, writes sheets into temporary files, and unpacks without a limit.
 * @throws NotASpreadsheet, TooLarge.
 */
export async function readXlsx(file: Buffer, limits: RosterLimits): Promise<readonly Sheet[]> {
  const zip = openZip(file, limits.unpackedBytes)
  const workbook = await readWorkbook(zip)
  const budget = { left: limits.cells }
  const sheets: Sheet[] = []
  for (const { name, part } of workbook.sheets)
    sheets.push({ name, rows: await readWorksheet(zip.textOf(part), workbook, budget) })
  return sheets
}
