import { addDays, instantOf, millisecondsOf, startOf, type Day, type Instant } from '#domain/base/days.ts'
import { asId, type ChangeId, type HouseholdId, type MemberId, type VillageCode } from '#domain/base/ids.ts'
import type { Bodies, Change, Kind } from '#sync/change.ts'
import type { DemoFamily } from './families.ts'
import type { DemoUsername } from './people.ts'

/** One act of the demo's story: who wrote what, and when; with the story of a visit where there is one. */
export type Act = {
  readonly by: DemoUsername
  readonly at: Instant
  readonly change: Change
  readonly diary: string | null
}

/** The roster's words as the body of a registration. */
export function registered(family: DemoFamily, today: Day): Bodies['household.register'] {
  const fact = (key: Bodies['household.register']['facts'][number]['key'], value: string) =>
    ({ key, value, source: 'roster', learnedOn: addDays(today, -45), until: null }) as const
  const [head] = family.members
  return {
    facts: [
      fact('contact-name', head?.[0] ?? ''),
      fact('group', family.group),
      fact('house-note', family.house),
      fact('telephone', family.telephone),
      ...(family.categories ?? []).map(category => fact('category', category)),
    ],
    members: family.members.map(([name, relation, birthYear], at) => ({
      id: asId<MemberId>(`${family.id}-${at}-member`),
      name,
      relation,
      birthYear,
      schooling: '',
    })),
  }
}

/** Writes acts down in order; days are counted from today, the hour moves on by itself. */
export class Pen {
  readonly acts: Act[] = []
  readonly today: Day
  private readonly village: VillageCode
  constructor(village: VillageCode, today: Day) {
    this.village = village
    this.today = today
  }

  day(offset: number): Day {
    return addDays(this.today, offset)
  }

  write<K extends Kind>(
    by: DemoUsername,
    offset: number,
    family: string,
    kind: K,
    body: Bodies[K],
    diary: string | null = null,
  ) {
    // The evening of that day; what is told of today was written before dawn, so that it is never in the future.
    const hour = offset === 0 ? 0 : 11 * 3_600_000
    const at = instantOf(millisecondsOf(startOf(this.day(offset))) + hour + this.acts.length * 1000)
    const change = {
      id: asId<ChangeId>(`demo-${this.village}-${String(this.acts.length).padStart(5, '0')}`),
      village: this.village,
      household: asId<HouseholdId>(family),
      kind,
      body,
      happenedAt: at,
      after: [],
    }
    // A kind with its own body is a change; the union cannot be inferred through the generic.
    this.acts.push({ by, at, change: change as unknown as Change, diary })
  }
}
