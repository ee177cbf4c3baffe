import { solarTerms } from '../../base/calendar/solar-terms.ts'
import {
  fits,
  isSaying,
  sayingParts,
  type Kin,
  type LocalWords,
  type Saying,
  type TalkLine,
} from './talk-line.ts'

/**
 * The card's lines from a catalogue that lies on this device. The server took it in by its schema; a line of another
 * shape (a newer server's) is passed over, and so is one that asks for something this app does not know [S19].
 */
export const talkFrom = (body: unknown): readonly TalkLine[] =>
  Array.isArray(body) ? body.flatMap((line): readonly TalkLine[] => lineFrom(line)) : []

function lineFrom(line: unknown): readonly TalkLine[] {
  if (!isObject(line) || text(line['id']) === '') return []
  return line['part'] === 'kin' ? kinFrom(line) : sayingFrom(line)
}

type Written = Readonly<Record<string, unknown>>

function sayingFrom(line: Written): readonly Saying[] {
  const part = sayingParts.find(one => one === line['part'])
  const [terms, holding] = [known(solarTerms, line['terms']), known(fits, line['fits'])]
  const zh = text(line['zh'])
  if (part === undefined || terms === null || holding === null || zh === '') return []
  const local = list(line['local']).flatMap((one): readonly LocalWords[] =>
    isObject(one) && text(one['zh']) !== '' ? [{ area: text(one['area']), zh: text(one['zh']) }] : [],
  )
  return [{ id: text(line['id']), part, zh, en: text(line['en']), local, terms, fits: holding }]
}

function kinFrom(line: Written): readonly Kin[] {
  const { from, english } = line
  if (typeof from !== 'number' || !isObject(english)) return []
  const [male, female] = [text(line['male']), text(line['female'])]
  const words = { male: text(english['male']), female: text(english['female']) }
  return [{ id: text(line['id']), part: 'kin', area: text(line['area']), from, male, female, english: words }]
}

/** All of them known, or null: a line for a day or a house this app cannot tell is not for any. */
const known = <Word extends string>(words: readonly Word[], written: unknown): readonly Word[] | null => {
  const found = list(written).flatMap(one => words.filter(word => word === one))
  return found.length === list(written).length ? found : null
}

const isObject = (written: unknown): written is Written => typeof written === 'object' && written !== null
const text = (written: unknown): string => (typeof written === 'string' ? written : '')
const list = (written: unknown): readonly unknown[] => (Array.isArray(written) ? written : [])

/** The sayings among them for one part of the card. */
export const ofPart = (lines: readonly TalkLine[], part: Saying['part']): readonly Saying[] =>
  lines.filter(isSaying).filter(line => line.part === part)
