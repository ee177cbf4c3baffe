import { addressOf, type Address, type TalkMember } from './address.ts'
import { kinIn, type TalkLine } from './talk-line.ts'
import type { TalkOccasion } from './talk-occasion.ts'

/** The head and the other grown-ups, at most three; a spouse's gender follows from the head's. */
export function addressesFor(
  { headName, members, visitOn, village }: TalkOccasion,
  lines: readonly TalkLine[],
): readonly Address[] {
  const year = Number(visitOn.slice(0, 4))
  const kin = kinIn(lines, village)
  const head = members.find(one => one.name === headName) ?? {
    name: headName,
    relation: '户主',
    birthYear: null,
  }
  const grown = members.filter(one => one !== head && one.birthYear !== null && year - one.birthYear >= 18)
  return [head, ...grown].slice(0, 3).map(one => addressOf(withGender(one, head, members), year, kin))
}

function withGender(one: TalkMember, head: TalkMember, members: readonly TalkMember[]): TalkMember {
  if (one.gender) return one
  const spouse = members.find(({ relation }) => /配偶|妻|丈夫|老伴/u.test(relation))
  if (one === head && spouse?.gender) return { ...one, gender: spouse.gender === 'male' ? 'female' : 'male' }
  if (one === head && spouse && /妻/u.test(spouse.relation)) return { ...one, gender: 'male' }
  if (one === spouse && head.gender && /配偶|老伴/u.test(one.relation))
    return { ...one, gender: head.gender === 'male' ? 'female' : 'male' }
  return one
}
