import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { SheetRow } from '#domain/households/roster/sheet.ts'
import { sheetXml, workbookParts, zipOf } from '#test/rosters/workbooks.ts'
import { rosterLimits } from './limits.ts'
import { decodeEscapes } from './workbook.ts'
import { readXlsx } from './xlsx.ts'

async function rowsOf(
  sheetXml: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly SheetRow[]> {
  const [sheet] = await readXlsx(zipOf(workbookParts(sheetXml, more)), rosterLimits)
  return sheet?.rows ?? []
}

const values = (rows: readonly SheetRow[]) => rows.map(row => row.cells.map(cell => cell.value))

test('[R1] _x0007_ in a text is the character it names, and _x005F_ is the way to write it out', () => {
  expect(decodeEscapes('李_x0007_大海')).toBe('李\u0007大海')
  expect(decodeEscapes('_x005F_x0007_')).toBe('_x0007_')
  expect(decodeEscapes('_xD842__xDFB7_田_xD842_')).toBe('𠮷田')
})

test('[R1] rich text is put together, readings beside it are left out', async () => {
  const shared =
    '<sst><si><r><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh><t>zhāng</t></rPh></si></sst>'
  const sheet =
    '<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="inlineStr"><is><r><t>李</t></r><r><t>四</t></r></is></c></row></sheetData></worksheet>'
  expect(await rowsOf(sheet, { 'xl/sharedStrings.xml': shared })).toEqual([
    {
      number: 3,
      cells: [
        { column: 2, value: { kind: 'text', text: '张 三' }, merged: null },
        { column: 4, value: { kind: 'text', text: '李四' }, merged: null },
      ],
    },
  ])
})

test('[R5] a cell with a formula is one, whatever result is stored', async () => {
  const sheet =
    '<worksheet><sheetData><row><c><f>1+1</f><v>2</v></c><c t="str"><f t="shared" si="0"/><v>x</v></c></row></sheetData></worksheet>'
  expect(values(await rowsOf(sheet))).toEqual([[{ kind: 'formula' }, { kind: 'formula' }]])
})

test('[R8] a number that its format shows as a date is a date cell', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
  const cells = [0, 1, 2, 3].map(style => `<c s="${style}"><v>23813</v></c>`).join('')
  const day = { kind: 'date', day: '1965-03-12' }
  const number = { kind: 'number', number: 23813 }
  const sheet = `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`
  expect(values(await rowsOf(sheet, { 'xl/styles.xml': styles }))).toEqual([[number, day, day, number]])
})

test('[R4] a merged cell stands in each of its rows, with its range', async () => {
  const sheet = sheetXml(
    [
      ['1', '张三'],
      ['', '李四'],
      ['隐', '王五'],
    ],
    '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>',
  )
  const range = { top: 1, left: 1, bottom: 3, right: 1 }
  for (const row of await rowsOf(sheet))
    expect(row.cells[0]).toEqual({ column: 1, value: { kind: 'text', text: '1' }, merged: range })
})

test('[R1] prefixed names, missing references and rows out of order are read as a spreadsheet shows them', async () => {
  const sheet =
    '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="2"><x:c r="B2" t="b"><x:v>1</x:v></x:c><x:c r="A2"><x:v>7</x:v></x:c></x:row><x:row r="1"><x:c t="e"><x:v>#REF!</x:v></x:c><x:c r="B1"><x:v>1e3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(values(await rowsOf(sheet))).toEqual([
    [{ kind: 'number', number: 1000 }],
    [
      { kind: 'number', number: 7 },
      { kind: 'text', text: 'TRUE' },
    ],
  ])
})

test('[R1] what a spreadsheet library writes is read alike: all cells of a fixture, and of a workbook written as a stream', async () => {
  const file = readFileSync(new URL('../../../test/rosters/sheets-per-group.xlsx', import.meta.url))
  const sheets = await readXlsx(file, rosterLimits)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(file).buffer)
  expect(sheets.map(sheet => sheet.name)).toEqual(workbook.worksheets.map(sheet => sheet.name))
  for (const [index, sheet] of sheets.entries())
    for (const row of sheet.rows)
      for (const cell of row.cells)
        if (cell.value.kind === 'text')
          expect(workbook.worksheets[index]?.getCell(row.number, cell.column).text).toBe(cell.value.text)

  const stream = new PassThrough()
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true })
  const written = writer.addWorksheet('名单')
  for (let index = 0; index < 3_000; index += 1)
    written.addRow(['户主', index, `欧阳${String.fromCodePoint(0x4e00 + index * 5)}`]).commit()
  written.commit()
  const [bytes] = await Promise.all([buffer(stream), writer.commit()])
  const [read] = await readXlsx(bytes, rosterLimits)
  expect(read?.rows.map(row => row.cells[2]?.value)).toEqual(
    Array.from({ length: 3_000 }, (_, index) => ({
      kind: 'text',
      text: `欧阳${String.fromCodePoint(0x4e00 + index * 5)}`,
    })),
  )
})
