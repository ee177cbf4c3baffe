import type { Kin } from './talk-line.ts'

/** A person as the card needs to know them. `relation` is to the head of the household, in the roster's words. */
export type TalkMember = {
  readonly name: string
  readonly relation: string
  readonly birthYear: number | null
  readonly gender?: 'male' | 'female'
}

/** How somebody is addressed, in both languages. */
export type Address = { readonly name: string; readonly zh: string; readonly en: string }

const twoSignSurnames =
  /^(?:欧阳|司马|诸葛|上官|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|申屠|长孙|端木|南宫|轩辕)/u
const women = /妻|媳|女(?!婿)|母|妈|娘|婆|奶|姐|妹|嫂|婶|姑|姨|外孙女|孙女/u
const men = /夫|女婿|子(?!女)|父|爸|爹|公|爷|哥|弟|兄|叔|伯|舅|孙(?!女)|侄(?!女)/u

/**
 * How to address a person of this age in the given year: the kin word of the highest age reached, the bare given name
 * for the young. `kin` are the words of the place, the oldest first.
 * An alias (老王, 王某) stays as it is; where age or gender is unknown the name stands alone.
 */
export function addressOf(member: TalkMember, year: number, kin: readonly Kin[]): Address {
  const { surname, given } = namePartsOf(member.name)
  const age = member.birthYear === null ? null : year - member.birthYear
  const gender = member.gender ?? genderFrom(member.relation)
  const word = age === null ? undefined : kin.find(one => age >= one.from)
  if (given === '' || word === undefined || gender === null) {
    const plain = given.length > 1 ? given : member.name
    return { name: member.name, zh: plain, en: plain }
  }
  const stem = given.length > 1 && word.from < 80 ? given : surname
  const en = word.english[gender]
  return {
    name: member.name,
    zh: `${stem}${word[gender]}`,
    en: `${en} ${stem}`,
  }
}

/** A woman or a man, where the relation says so; null for 配偶, 户主 and the like. */
export function genderFrom(relation: string): 'male' | 'female' | null {
  if (women.test(relation)) return 'female'
  return men.test(relation) ? 'male' : null
}

/** Surname and given name of a Chinese name of 2 to 4 signs; an alias has no given name. */
export function namePartsOf(name: string): { readonly surname: string; readonly given: string } {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || /^[老小阿]|某|[叔婶爷奶伯哥姐婆爹嫂]$/u.test(name))
    return { surname: name, given: '' }
  const length = twoSignSurnames.test(name) ? 2 : 1
  return { surname: name.slice(0, length), given: name.slice(length) }
}
