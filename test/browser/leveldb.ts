/* What Chromium keeps of pages lies in LevelDB tables, whose blocks are packed with Snappy: a search of the bytes as they
   lie would pass by what is in them. Only as much of the two formats as it takes to unpack. */

const footerLength = 48
const magic = Buffer.from('57fb808b247547db', 'hex')

/** The blocks of a table (`.ldb`), unpacked; nothing where it is no table or was cut. */
export function blocksOf(table: Buffer): readonly Buffer[] {
  const footer = table.subarray(-footerLength)
  if (footer.length < footerLength || !footer.subarray(-8).equals(magic)) return []
  const reader = readerOf(footer)
  // The meta index comes first; what is looked for lies under the index after it.
  reader.varint()
  reader.varint()
  const index = unpackBlock(table, { offset: reader.varint(), size: reader.varint() })
  return [index, ...handlesIn(index).map(handle => unpackBlock(table, handle))]
}

type Handle = { readonly offset: number; readonly size: number }

function handlesIn(block: Buffer): readonly Handle[] {
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 - restarts * 4
  const reader = readerOf(block)
  const handles: Handle[] = []
  while (reader.at() < end) {
    reader.varint()
    const ownLength = reader.varint()
    const valueLength = reader.varint()
    reader.skip(ownLength)
    const value = readerOf(reader.take(valueLength))
    handles.push({ offset: value.varint(), size: value.varint() })
  }
  return handles
}

function unpackBlock(table: Buffer, { offset, size }: Handle): Buffer {
  const block = table.subarray(offset, offset + size)
  return table[offset + size] === 1 ? unpackSnappy(block) : block
}

const packedValue = Buffer.from([0xff, 0x11, 0x02])
const largestValue = 64_000_000

/** The values that Chromium packed by themselves, as it does with large ones; nothing where there are none. */
export function valuesIn(bytes: Buffer): readonly Buffer[] {
  const values: Buffer[] = []
  for (let at = bytes.indexOf(packedValue); at >= 0; at = bytes.indexOf(packedValue, at + 1)) {
    const packed = bytes.subarray(at + packedValue.length)
    if (readerOf(packed).varint() <= largestValue) values.push(unpackSnappy(packed))
  }
  return values
}

/** Undoes Snappy's raw format, until all is unpacked that its head announces. */
export function unpackSnappy(packed: Buffer): Buffer {
  const reader = readerOf(packed)
  const unpacked = Buffer.alloc(reader.varint())
  let at = 0
  const copy = (length: number, back: number): void => {
    // Byte by byte: what is copied may reach into what is being written.
    for (let step = 0; step < length; step++, at++) unpacked[at] = unpacked[at - back] ?? 0
  }
  while (reader.at() < packed.length && at < unpacked.length) {
    const tag = reader.byte()
    const rest = tag >> 2
    if ((tag & 3) === 0) {
      const length = (rest < 60 ? rest : reader.little(rest - 59)) + 1
      at += reader.take(length).copy(unpacked, at)
    } else if ((tag & 3) === 1) copy((rest & 7) + 4, ((tag >> 5) << 8) | reader.byte())
    else copy(rest + 1, reader.little((tag & 3) === 2 ? 2 : 4))
  }
  return unpacked
}

function readerOf(bytes: Buffer) {
  let at = 0
  const byte = (): number => bytes[at++] ?? 0
  const little = (length: number): number => {
    at += length
    return at <= bytes.length ? bytes.readUIntLE(at - length, length) : 0
  }
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 49; shift += 7) {
      const next = byte()
      value += (next & 127) * 2 ** shift
      if (next < 128) return value
    }
    return value
  }
  const take = (length: number): Buffer => bytes.subarray(at, (at += length))
  const skip = (length: number): void => {
    at += length
  }
  return { at: () => at, byte, little, varint, take, skip }
}
