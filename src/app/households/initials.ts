/*
 * Initials of the sounds of Chinese names (王守田: wst), from the browser's own order of characters by sound: each
 * letter begins at its first character. Where a browser has no such order nothing is found by initials, and names are
 * still found by themselves.
 */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'

/** Surnames that sound otherwise than the character does alone. */
const SURNAMES: Readonly<Record<string, string>> = {
  单: 's',
  曾: 'z',
  解: 'x',
  仇: 'q',
  查: 'z',
  乐: 'y',
  覃: 'q',
  翟: 'z',
}

const bySound = new Intl.Collator('zh-CN-u-co-pinyin')

const hasSounds = bySound.compare('阿', '八') < 0 && bySound.compare('王', '张') < 0

/** The initials under which a name may be looked for; none where this browser does not know the sounds. */
export const initialsOf = (name: string): readonly string[] => initialsBy(name, initialOf)

/** The same for many names: each character is looked up once. */
export function initialsOfMany(): (name: string) => readonly string[] {
  const known = new Map<string, string>()
  const initialOnce = (character: string): string => {
    const initial = known.get(character) ?? initialOf(character)
    known.set(character, initial)
    return initial
  }
  return name => initialsBy(name, initialOnce)
}

function initialsBy(name: string, initialOf: (character: string) => string): readonly string[] {
  if (!hasSounds) return []
  const plain = [...name].map(initialOf).join('')
  const [first = ''] = name
  const surname = SURNAMES[first]
  return surname === undefined || plain === '' ? [plain] : [plain, surname + plain.slice(1)]
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase()
  let found = ''
  for (const [place, first] of [...FIRSTS].entries()) {
    if (bySound.compare(character, first) < 0) break
    found = LETTERS[place] ?? ''
  }
  return found
}
