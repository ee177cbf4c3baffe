import type { Fact } from '../households/household.ts'
import { categories as needCategories } from '../needs/need.ts'
import type { AskedName, Expression, MemberField, MemberTest, Part } from './expression.ts'
import type { Ground, Missing } from './fit.ts'
import type { KnownFacts } from './known-facts.ts'

/** What a yes stands on: of several ways, those that hold; of the members, those who fit. */
export const groundsOf = ({ part }: Expression, known: KnownFacts): readonly Ground[] =>
  once(groundsOfPart(part(), known), groundKey)

function groundsOfPart(part: Part, known: KnownFacts): readonly Ground[] {
  if (part.holds(known.asked) !== true) return []
  if (part.is === 'several') return part.of.flatMap(one => groundsOfPart(one, known))
  // That somebody is not of a category is no reason to tell them something.
  if (part.denies) return []
  return [
    ...part.ofMembers.flatMap(test => fitting(test, known)),
    ...part.names.flatMap(name => groundsOfName(name, part.words, known)),
  ]
}

const fitting = ({ fields, fits }: MemberTest, known: KnownFacts): readonly Ground[] =>
  (known.asked.members ?? []).flatMap((asked, at) => {
    const member = known.members[at]
    if (member === undefined || fits({ ...known.asked, members: [asked] }) !== true) return []
    const asksAge = fields.includes('age') || fields.includes('birthYear')
    const age = asksAge && member.birthYear !== null ? known.year - member.birthYear : null
    return [{ is: 'member', member, age, from: known.membersFrom } as const]
  })

function groundsOfName(name: AskedName, words: readonly string[], known: KnownFacts): readonly Ground[] {
  const key = keyOf[name]
  if (key !== undefined) {
    const facts = known.facts.filter(fact => fact.key === key)
    const chosen = key === 'category' ? facts.filter(({ value }) => words.includes(value)) : facts
    return chosen.map(fact => ({ is: 'fact', fact }) as const)
  }
  if (name === 'needs')
    return needCategories
      .filter(category => words.includes(category) && known.asked.needs.includes(category))
      .map(category => ({ is: 'need', category }) as const)
  return name === 'season' || name === 'month' ? [{ is: 'season', season: known.asked.season }] : []
}

const keyOf: Readonly<Partial<Record<AskedName, Fact['key']>>> = {
  categories: 'category',
  livingAtHome: 'living-at-home',
  away: 'away',
  group: 'group',
}

/** What would have to be known first, as far as the expression asks for it. */
export const missingFor = ({ part }: Expression, known: KnownFacts): readonly Missing[] =>
  once(missingInPart(part(), known), missingKey)

function missingInPart(part: Part, known: KnownFacts): readonly Missing[] {
  if (part.is === 'several') return part.of.flatMap(one => missingInPart(one, known))
  const { asked, lapsed } = known
  const absent = part.names.filter(name => asked[name] === undefined)
  return [
    ...(absent.includes('members') ? [{ is: 'members' } as const] : []),
    ...part.ofMembers.flatMap(test => missingOfMembers(test, known)),
    ...absent.flatMap((name): Missing[] => {
      const key = keyOf[name]
      return key === undefined ? [] : [{ is: 'fact', key }]
    }),
    ...lapsed
      .filter(category => part.words.includes(category))
      .map(category => ({ is: 'lapsed', category }) as const),
  ]
}

const missingOfMembers = ({ fields, fits }: MemberTest, known: KnownFacts): readonly Missing[] =>
  (known.asked.members ?? []).flatMap((asked, at): readonly Missing[] => {
    const member = known.members[at]
    if (member === undefined || fits({ ...known.asked, members: [asked] }) !== null) return []
    return fields.filter(field => asked[field] === undefined).map(field => ({ is: wordFor[field], member }))
  })

const wordFor = {
  age: 'birth-year',
  birthYear: 'birth-year',
  relation: 'relation',
  schooling: 'schooling',
} as const satisfies Readonly<Record<MemberField, Missing['is']>>

const groundKey = (ground: Ground): string => {
  switch (ground.is) {
    case 'member':
      return `member ${ground.member.id}`
    case 'fact':
      return `fact ${ground.fact.key} ${ground.fact.value}`
    case 'need':
      return `need ${ground.category}`
    case 'season':
      return 'season'
    default:
      return ground satisfies never
  }
}

const missingKey = (missing: Missing): string => {
  switch (missing.is) {
    case 'members':
      return 'members'
    case 'fact':
      return `fact ${missing.key}`
    case 'lapsed':
      return `lapsed ${missing.category}`
    default:
      return `${missing.is} ${missing.member.id}`
  }
}

/** Each thing once, where it comes first. */
const once = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] =>
  [...new Map(all.toReversed().map(one => [keyOf(one), one])).values()].toReversed()
