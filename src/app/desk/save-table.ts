/** A table as its rows of cells, the heading first. */
export type Rows = readonly (readonly (string | number)[])[]

/** A table as a file that every spreadsheet opens: CSV in UTF-8 with its mark. No cell is ever taken for a formula. */
export const csvOf = (rows: Rows): string =>
  `\uFEFF${rows.map(row => row.map(cellOf).join(',')).join('\r\n')}\r\n`

const cellOf = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Hands a table to the browser as a file. */
export function saveTable(name: string, rows: Rows): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
