import { randomInt } from 'node:crypto'

// Without what is mistaken for something else when read from paper: 0 o, 1 l i.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be told once and changed after: three groups of four, some 59 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')
