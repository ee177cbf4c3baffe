const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  半: 0.5,
}

/** Text that stands for a small number, in either script. */
export const numeral = '(?:\\d{1,3}|[〇零一二两三四五六七八九十廿]{1,4})'

/** Reads a whole number below a thousand in Arabic or Chinese figures (15, 十五, 二十, 廿九); null when it is none. */
export function numberOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text)
  const plain = text.replace('廿', '二十')
  if (/^[〇零一二两三四五六七八九]$/u.test(plain)) return digits[plain] ?? null
  const tens = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/u.exec(plain)
  if (tens) return (tens[1] ? (digits[tens[1]] ?? 0) : 1) * 10 + (tens[2] ? (digits[tens[2]] ?? 0) : 0)
  const pair = /^([一二两三四五六七八九])([一二三四五六七八九])$/u.exec(plain)
  return pair?.[2] ? (digits[pair[2]] ?? null) : null
}
