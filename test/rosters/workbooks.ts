import { crc32, deflateRawSync } from 'node:zlib'

/** Packs parts into a zip file; `pretended` is the unpacked size the directory claims. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  pretended: number | null = null,
): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const sizes = Buffer.alloc(16)
    sizes.writeUInt32LE(crc32(raw), 4)
    sizes.writeUInt32LE(packed.length, 8)
    sizes.writeUInt32LE(pretended ?? raw.length, 12)
    const names = Buffer.alloc(4)
    names.writeUInt16LE(Buffer.byteLength(name), 0)
    const method = Buffer.from([20, 0, 0, 8, 8, 0])
    const local = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      method,
      sizes,
      names,
      Buffer.from(name),
      packed,
    ])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        method,
        sizes,
        names,
        tail,
        Buffer.from(name),
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** The parts of a workbook of one sheet, its XML as a test writes it. */
export const workbookParts = (
  sheetXml: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheetXml,
  ...more,
})

/** A sheet of rows of texts, written into the cells themselves. */
export function sheetXml(rows: readonly (readonly string[])[], after = ''): string {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cells = (row: readonly string[]): string =>
    row.map(text => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')
  return `<worksheet><sheetData>${rows.map(row => `<row>${cells(row)}</row>`).join('')}</sheetData>${after}</worksheet>`
}
