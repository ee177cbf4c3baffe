import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { NotASpreadsheet, TooLarge } from './limits.ts'

/**
 * A packed file, its parts unpacked one at a time and in pieces. Only the parts asked for are unpacked, and every
 * unpacked byte counts against one budget: a small file that would unpack to gigabytes is stopped on its way.
 */
export type ZipFile = {
  readonly has: (name: string) => boolean
  readonly textOf: (name: string) => AsyncGenerator<string>
}

type Part = { readonly packing: number; readonly packed: Buffer }

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50
const stored = 0
const deflated = 8

/** Opens a zip file held in memory. @throws NotASpreadsheet, and TooLarge while unpacking. */
export function openZip(file: Buffer, unpackedBytes: number): ZipFile {
  const parts = readDirectory(file)
  let left = unpackedBytes
  async function* textOf(name: string): AsyncGenerator<string> {
    const part = parts.get(name)
    if (part === undefined) throw new NotASpreadsheet(`no part ${name}`)
    // One decoder for the whole part: a character may lie across two pieces.
    const decoder = new TextDecoder('utf-8')
    for await (const piece of unpack(part)) {
      left -= piece.length
      if (left < 0) throw new TooLarge(name)
      yield decoder.decode(piece, { stream: true })
    }
    yield decoder.decode()
  }
  return { has: name => parts.has(name), textOf }
}

async function* unpack({ packing, packed }: Part): AsyncGenerator<Buffer> {
  if (packing === stored) yield packed
  else if (packing === deflated)
    for await (const piece of Readable.from([packed]).pipe(createInflateRaw())) yield piece as Buffer
  else throw new NotASpreadsheet(`packing ${packing}`)
}

/** Reads the directory at the end of the file; sizes in it are used only to find the packed bytes. */
function readDirectory(file: Buffer): ReadonlyMap<string, Part> {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  const parts = new Map<string, Part>()
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(at) !== directorySignature) throw new NotASpreadsheet('directory')
    const isLocked = (file.readUInt16LE(at + 8) & 1) === 1
    const packing = file.readUInt16LE(at + 10)
    const packedBytes = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const begin = beginOf(file, file.readUInt32LE(at + 42))
    if (!isLocked) parts.set(name, { packing, packed: file.subarray(begin, begin + packedBytes) })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

function beginOf(file: Buffer, local: number): number {
  if (file.readUInt32LE(local) !== localSignature) throw new NotASpreadsheet('part')
  return local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
}

function findEnd(file: Buffer): number {
  const last = file.length - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (file.readUInt32LE(at) === endSignature) return at
  throw new NotASpreadsheet('no end of directory')
}
