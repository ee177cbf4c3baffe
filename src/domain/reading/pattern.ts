/**
 * A pattern written over several lines: spaces and line ends between the words mean nothing, backslashes stand as
 * they are. `pattern` finds once, `everywhere` finds all, `words` is a part to put into others.
 */
export const pattern = (...written: Written): RegExp => new RegExp(words(...written), 'u')

export const everywhere = (...written: Written): RegExp => new RegExp(words(...written), 'gu')

export const words = (text: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw(text, ...parts).replaceAll(/\s+/gu, '')

type Written = readonly [text: TemplateStringsArray, ...parts: readonly string[]]
