/** Letters and digits of a slip's code: none that reads like another. */
export const receiptLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** So many of them: eighty bits, which nobody guesses. */
export const receiptLength = 16

/** As it is written on the slip: ABCD EFGH JKLM NPQR. */
export const groupedReceipt = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Reads what was copied from a slip, however it was written; null when it cannot be one. */
export function readReceipt(written: string): string | null {
  const code = written.toUpperCase().replaceAll(/[\s·.-]/gu, '')
  return code.length === receiptLength && [...code].every(letter => receiptLetters.includes(letter))
    ? code
    : null
}
