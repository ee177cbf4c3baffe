import type { Client, Submittable } from 'pg'

/** What stands in one column of a row that is copied in. */
export type Cell =
  | string
  | number
  | boolean
  | Uint8Array
  | readonly string[]
  | null
  | { readonly json: unknown }

/** The part of the driver that speaks the protocol: it can copy, though its queries do not. */
type Wire = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** Copies rows into a table: `copy … from stdin`, the fastest way in. Resolves when the database has them. */
export function copyIn(
  client: Client,
  table: string,
  columns: string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return Promise.resolve()
  const text = rows.map(row => `${row.map(textOf).join('\t')}\n`).join('')
  return new Promise((resolve, reject) => {
    let failed: Error | null = null
    const copy = {
      submit: (wire: Wire) => wire.query(`copy ${table} (${columns}) from stdin`),
      handleCopyInResponse: (wire: Wire) => {
        wire.sendCopyFromChunk(Buffer.from(text))
        wire.endCopyFrom()
      },
      handleError: (fault: Error) => {
        failed = fault
        // The driver hands on the end of the statement only where none failed.
        reject(fault)
      },
      handleReadyForQuery: () => (failed === null ? resolve() : undefined),
      handleCommandComplete: () => undefined,
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handleEmptyQuery: () => undefined,
      handlePortalSuspended: () => undefined,
    }
    // The driver runs whatever can submit itself; its types know only statements.
    client.query(copy as unknown as Submittable)
  })
}

function textOf(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString('hex')}`
  if ('json' in cell) return escaped(JSON.stringify(cell.json))
  return `{${cell.map(escaped).join(',')}}`
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
