const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const signs = '10X98765432'

/** Whether 18 characters pass the check of GB 11643 (ISO 7064 MOD 11-2). */
export function passesIdentityCheck(number: string): boolean {
  if (!/^\d{17}[\dXx]$/u.test(number)) return false
  const sum = weights.reduce<number>((total, weight, at) => total + weight * Number(number.charAt(at)), 0)
  return signs.charAt(sum % 11) === number.charAt(17).toUpperCase()
}
