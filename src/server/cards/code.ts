import { createHash, randomBytes } from 'node:crypto'

// Crockford's base 32: without I, L, O and U, so that a code read out by telephone is written down as it is.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** So many letters of five bits: 80 bits. */
const length = 16

/** A household's private code, made anew: 80 random bits. It is printed once and stored nowhere. */
export function newCode(): string {
  const bytes = randomBytes(length)
  return Array.from(bytes, byte => letters[byte & 31]).join('')
}

/** The code as it is printed, in groups of four. */
export const groupedCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code

/** A code as somebody types or says it: spaces and strokes do not count, O is 0, I and L are 1; null where it is none. */
export function readCode(written: string): string | null {
  const code = written.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === length && [...code].every(letter => letters.includes(letter)) ? code : null
}

/** What is kept of a code: whoever reads the table learns no code from it [H22]. */
export const digestOfCode = (code: string): Buffer => createHash('sha256').update(code).digest()
