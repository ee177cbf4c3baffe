import { SaxesParser } from 'saxes'
import { NotASpreadsheet } from './limits.ts'

/** What an XML part is read by: names come without their prefix, so `x:row` is `row`. */
export type XmlReader = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Reads an XML part piece by piece. Entities other than XML's own are an error: nothing is expanded. */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', error => {
    throw new NotASpreadsheet(error.message)
  })
  parser.on('opentag', tag => reader.open(localName(tag.name), tag.attributes))
  parser.on('text', text => reader.text?.(text))
  parser.on('cdata', text => reader.text?.(text))
  parser.on('closetag', tag => reader.close?.(localName(tag.name)))
  for await (const piece of pieces) parser.write(piece)
  parser.close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
