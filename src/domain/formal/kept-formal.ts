import { parseDay } from '../base/days.ts'
import { formalParts, type FormalLine } from './formal-channel.ts'

/**
 * Lines of the formal channel from a catalogue that lies on this device: kept by an older office they lack what came
 * later, which then is empty; a line of another shape (a newer server's) is passed over [S19].
 */
export const formalFrom = (body: unknown): readonly FormalLine[] =>
  Array.isArray(body) ? body.flatMap((line): readonly FormalLine[] => lineFrom(line)) : []

function lineFrom(line: unknown): readonly FormalLine[] {
  if (!isObject(line)) return []
  const part = formalParts.find(one => one === line['part'])
  const { english } = line
  const [id, title, plain] = [text(line['id']), text(line['title']), text(line['plain'])]
  if (part === undefined || id === '' || title === '' || plain === '') return []
  return [
    {
      id,
      part,
      title,
      plain,
      openWhen: text(line['openWhen']),
      telephone: text(line['telephone']),
      forPersons: line['forPersons'] === true,
      area: text(line['area']),
      validUntil: parseDay(text(line['validUntil'])),
      source: text(line['source']),
      english: isObject(english)
        ? {
            title: text(english['title']),
            plain: text(english['plain']),
            openWhen: text(english['openWhen']),
          }
        : null,
      checkedBy: text(line['checkedBy']),
    },
  ]
}

const isObject = (written: unknown): written is Readonly<Record<string, unknown>> =>
  typeof written === 'object' && written !== null
const text = (written: unknown): string => (typeof written === 'string' ? written : '')
