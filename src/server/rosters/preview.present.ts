import type { Preview } from '#domain/campaigns/desk-answers.ts'
import type { Meaning } from '#domain/households/roster/headings.ts'
import type { RosterHousehold } from '#domain/households/roster/households.ts'
import { presentReading } from '#domain/households/roster/presenting.ts'
import type { ProblemCode } from '#domain/households/roster/problems.ts'
import type { RosterReading } from '#domain/households/roster/reading.ts'
import type { KnownVillages } from '#domain/villages/known-villages.ts'
import { villagesIn } from './register.ts'

const settingAside: readonly ProblemCode[] = ['missing-name', 'unknown-village']

export function presentPreview(
  reading: RosterReading,
  around: {
    readonly id: string
    readonly known: number
    readonly villages: KnownVillages
  },
): Preview {
  const { households, members, problems } = presentReading(reading)
  const [first] = reading.households
  return {
    id: around.id,
    households,
    members,
    known: around.known,
    villages: villagesIn(reading).map(code => {
      const village = around.villages.byCode.get(code)
      return { code, name: village?.name ?? code, town: village?.town ?? '' }
    }),
    sheets: reading.sheets.map(({ name, headingRow, columns }) => ({
      name,
      headingRow,
      columns: columns.flatMap(({ label, meaning }) =>
        label === null ? [] : [{ label, meaning, first: first === undefined ? '' : firstOf(first, meaning) }],
      ),
    })),
    sheetsNotRead: reading.sheetsNotRead,
    problems: problems.map(({ sheet = null, row, column, code }) => ({
      sheet,
      row,
      column,
      code,
      setsAside: settingAside.includes(code),
    })),
    notKept: reading.notKept,
  }
}

/** What the first household has from a column of this meaning. */
function firstOf(household: RosterHousehold, meaning: Meaning | null): string {
  const [head, second] = household.members
  switch (meaning) {
    case 'name':
    case 'head':
      return household.contactName
    case 'members-in-one-cell':
      return household.members.map(({ name }) => name).join('、')
    case 'relation':
      return head?.relation ?? second?.relation ?? ''
    case 'birth':
    case 'head-birth':
      return head?.birthYear === null || head === undefined ? '' : String(head.birthYear)
    case 'group':
      return household.group ?? ''
    case 'household-no':
      return household.householdNo ?? ''
    case 'telephone':
      return household.telephones.join('、')
    case 'house-note':
      return household.houseNote ?? ''
    case 'categories':
      return household.categories.join('、')
    default:
      return ''
  }
}
