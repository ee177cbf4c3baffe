import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { Sheet, SheetCell } from '#domain/households/roster/sheet.ts'
import { NotASpreadsheet, TooLarge, type RosterLimits } from './limits.ts'

/** Reads a .csv file into one sheet without a name; rows are its records [R1]. @throws NotASpreadsheet, TooLarge. */
export function readCsv(file: Buffer, limits: RosterLimits): readonly Sheet[] {
  const records = recordsOf(decode(file))
  if (!records.some(record => record.length > 1)) throw new NotASpreadsheet('one column')
  if (records.reduce((sum, record) => sum + record.length, 0) > limits.cells) throw new TooLarge('cells')
  return [
    { name: null, rows: records.map((record, index) => ({ number: index + 1, cells: cellsOf(record) })) },
  ]
}

function recordsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch {
    throw new NotASpreadsheet('quotes')
  }
}

/** UTF-8 with or without a byte order mark, otherwise GB18030. */
function decode(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    const text = iconv.decode(file, 'gb18030')
    const broken = text.match(/\uFFFD/g)?.length ?? 0
    if (broken * 100 > text.length) throw new NotASpreadsheet('no text')
    return text
  }
}

const cellsOf = (record: readonly string[]): readonly SheetCell[] =>
  record.flatMap((written, index) => {
    const text = literalOf(written)
    return text === '' ? [] : [{ column: index + 1, value: { kind: 'text', text }, merged: null } as const]
  })

/** `="420…"`, a leading `'` or a tab keep a number whole in a CSV file: the literal counts, it is no formula [R1]. */
export const literalOf = (written: string): string =>
  /^="([^"]*)"$/.exec(written.trim())?.[1] ?? written.replace(/^\t+/, '').replace(/^'/, '')
