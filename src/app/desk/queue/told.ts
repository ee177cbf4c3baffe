/** What was told, by its first sentence: the line by which a referral is known in the queue. */
export function headOf(told: string): string {
  const [first = ''] = told.split(/[。！？!?\n]/)
  return first.trim() === '' ? told.trim() : first.trim()
}

/** What was told after its first sentence; empty where that is all. */
export const restOf = (told: string): string =>
  told
    .slice(told.indexOf(headOf(told)) + headOf(told).length)
    .replace(/^[。！？!?\s]+/, '')
    .trim()
