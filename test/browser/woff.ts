import { inflateSync } from 'node:zlib'

/**
 * Takes a TrueType font out of its web wrapping (WOFF 1: each table deflated by itself), since browsers read
 * wrapped fonts from pages but not from the system. Source: W3C "WOFF File Format 1.0", section 3 and 4.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file.')
  const count = woff.readUInt16BE(12)
  const directory = makeDirectory(woff.readUInt32BE(4), count)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let table = 0; table < count; table++) {
    const entry = woff.subarray(44 + 20 * table, 64 + 20 * table)
    const bytes = readTable(woff, entry)
    const at = 12 + 16 * table
    entry.copy(directory, at, 0, 4)
    directory.writeUInt32BE(entry.readUInt32BE(16), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(bytes.length, at + 12)
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    tables.push(bytes, padding)
    offset += bytes.length + padding.length
  }
  return Buffer.concat([directory, ...tables])
}

function makeDirectory(flavour: number, count: number): Buffer {
  const directory = Buffer.alloc(12 + 16 * count)
  const power = Math.floor(Math.log2(count))
  directory.writeUInt32BE(flavour, 0)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(2 ** power * 16, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(count * 16 - 2 ** power * 16, 10)
  return directory
}

function readTable(woff: Buffer, entry: Buffer): Buffer {
  const [start, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
  const bytes = woff.subarray(start, start + packed)
  return packed < length ? inflateSync(bytes) : bytes
}
