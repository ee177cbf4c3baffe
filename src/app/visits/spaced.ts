import type { Fact } from '#domain/households/household.ts'

/** A mobile number is read in groups: 158 0000 6630. */
export const spaced = ({ key, value }: Pick<Fact, 'key' | 'value'>): string =>
  key === 'telephone' ? value.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3') : value
