import { simplified } from './simplified.ts'

/** What R5 calls control characters: they show nothing, or turn the reading direction. U+200D stays: emoji need it. */
const controls =
  // oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

export const longestText = 500

/** A cell's text as it may be used, with what was wrong in it [R5]. */
export type CleanText = {
  /** In one line. */
  readonly text: string
  /** With its line breaks, for cells in which a line break parts. */
  readonly lines: string
  readonly wrong: readonly TextWrong[]
}

export type TextWrong = 'formula' | 'too-long' | 'control-characters'

/** Reads a cell's text: control characters go, a formula or more than 500 characters read as empty [R5]. */
export function cleanText(written: string): CleanText {
  const visible = written.replace(controls, '')
  const lines = halfWidth(visible)
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
  const text = lines.replaceAll('\n', ' ')
  const wrong: TextWrong[] = visible === written ? [] : ['control-characters']
  if (beginsFormula(text)) return { text: '', lines: '', wrong: [...wrong, 'formula'] }
  if ([...text].length > longestText) return { text: '', lines: '', wrong: [...wrong, 'too-long'] }
  return { text, lines, wrong }
}

/** True for a text that a spreadsheet would take as a formula; `+86 154-…` and `-` are none [R5]. */
export const beginsFormula = (text: string): boolean =>
  /^[=@]/.test(text) || /^[+-][\s\S]*[^\d\s.\-()（）[\]]/.test(text)

/** Full-width digits, letters and spaces become half-width; nothing else does [R5]. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')

/** All full-width forms become half-width, punctuation too: for comparing headings and reading dates. */
export const halfWidthForms = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')

/** Spaces between two Chinese characters go: `张 三` is 张三. */
export const joinChinese = (text: string): string =>
  text.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')

/** A heading as it is shown: without spaces and line breaks. What is longer than any heading is cut. */
export const headingLabel = (written: string): string =>
  [...written.slice(0, longestText).replace(controls, '').replace(/\s+/g, '')]
    .slice(0, longestHeading)
    .join('')

const longestHeading = 100

/** A heading as it is compared: also without brackets and what they hold, half-width, simplified [R2]. */
export const comparableHeading = (written: string): string =>
  simplified(
    halfWidthForms(headingLabel(written)).replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, ''),
  ).replace(/[()[\]【】]/g, '')

/** A word as it is compared: half-width, simplified, without spaces [R10] [R13]. */
export const comparableWord = (text: string): string => simplified(halfWidthForms(text)).replace(/\s+/g, '')
