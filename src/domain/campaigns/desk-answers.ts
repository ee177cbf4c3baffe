import type { Day, Instant } from '../base/days.ts'
import type { DeviceId, HouseholdId, PersonId, VillageCode } from '../base/ids.ts'
import type { Role } from '../base/people.ts'
import type { Meaning } from '../households/roster/headings.ts'
import type { ProblemCode } from '../households/roster/problems.ts'
import type { Category } from '../needs/need.ts'
import type { Referred } from '../needs/referral.ts'
import type { NeedStanding } from '../needs/standing.ts'
import type { OpenTable } from '../villages/open-table.ts'
import type { Picture } from '../villages/picture.ts'

/* What the server answers to the desk: one shape for who gives it and who draws it. */

/** The picture of one place, as the desk draws it. No person is in it, neither who said nor who did [H10] [F3]. */
export type PictureAnswer = {
  readonly at: Instant
  readonly place: { readonly code: string; readonly name: string }
  /** The places above that this person may also open, the widest first. */
  readonly above: readonly { readonly code: string; readonly name: string }[]
  readonly towns: number
  readonly villages: number
  readonly picture: Picture
  /** Null for a single village: there is nothing below it. */
  readonly table: OpenTable | null
  /** Whether small numbers are left out: for the office, not for who works with these families. */
  readonly smallHidden: boolean
}

/** A referral with the names of its place, and by which day the department handles it if it accepts today. */
export type ReferralAnswer = Referred & {
  readonly villageName: string
  readonly town: string
  readonly handleBy: Day
}

/** One referral, opened: with the telephone of who was asked first. */
export type OpenedReferral = ReferralAnswer & { readonly askTelephone: string }

export type Queue = { readonly departments: readonly string[]; readonly referrals: readonly ReferralAnswer[] }

/** What was understood of a roster, to be looked at before anything is stored. */
export type Preview = {
  /** The file's digest: what is confirmed is what was looked at. */
  readonly id: string
  readonly households: number
  readonly members: number
  /** Households of it that are registered already. */
  readonly known: number
  readonly villages: readonly { readonly code: VillageCode; readonly name: string; readonly town: string }[]
  readonly sheets: readonly {
    readonly name: string | null
    readonly headingRow: number
    readonly columns: readonly ColumnPreview[]
  }[]
  readonly sheetsNotRead: readonly string[]
  readonly problems: readonly ProblemPreview[]
  readonly notKept: readonly string[]
}

export type ColumnPreview = {
  readonly label: string
  readonly meaning: Meaning | null
  /** What the first household brings from it; empty where nothing of it is kept. */
  readonly first: string
}

export type ProblemPreview = {
  readonly sheet: string | null
  readonly row: number
  readonly column: string | null
  readonly code: ProblemCode
  /** Whether the row is set aside for it; everything else is taken in as it is. */
  readonly setsAside: boolean
}

/** What became of a confirmed roster. */
export type Registered = {
  /** Households of the roster that are in the log now. */
  readonly households: number
  readonly members: number
  /** Those of them that were there before: from the same roster, or an earlier one. */
  readonly before: number
  /** Households the log did not take: the sender had no task in their village, or they are beyond all measure. */
  readonly notTaken: number
}

/** Teams with their people and villages, the other people with their tasks: who goes where, from when to when. */
export type TeamsAnswer = {
  readonly teams: readonly {
    readonly id: string
    readonly name: string
    readonly people: readonly (TeamPerson & Between)[]
    readonly villages: readonly ({
      readonly code: string
      readonly name: string
      readonly town: string
    } & Between)[]
  }[]
  readonly people: readonly (TeamPerson & {
    readonly username: string
    readonly tasks: readonly ({ readonly task: string; readonly reaches: string } & Between)[]
  })[]
}

export type TeamPerson = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly title: string
  readonly telephone: string
}

export type Between = { readonly from: string; readonly until: string | null }

/** A person's account, made: the password is told once and stored nowhere in plain. */
export type PersonMade = { readonly id: PersonId; readonly username: string; readonly password: string }

/** How many families of a village there are by group, and how many of them hold a card: no names. */
export type CardGroups = {
  readonly village: string
  readonly groups: readonly { readonly name: string; readonly families: number; readonly withCard: number }[]
}

/** A need as the leader's desk lists it: whose, what, where it stands; not who has it in hand [H10]. */
export type NeedLine = {
  readonly need: string
  readonly number: number | null
  readonly village: string
  readonly villageName: string
  readonly household: string
  readonly family: string
  readonly words: string
  readonly category: Category
  readonly stage: string
  readonly standing: NeedStanding
  readonly heardOn: Day
  readonly dueOn: string | null
  /** A result is there that the household has not been told [H13]. */
  readonly untold: boolean
}

/** Who opened which household of a village, when and why; the same the household reads on its card [H22]. */
export type OpeningsAnswer = {
  readonly chain: 'whole' | 'broken'
  readonly openings: readonly {
    readonly number: number
    readonly household: string
    readonly family: string
    readonly person: string
    readonly role: string
    readonly why: string
    readonly openedAt: string
  }[]
}

/** A village of the campaign; `hasRoster` once anything is in its log. */
export type VillageLine = {
  readonly code: string
  readonly name: string
  readonly town: string
  readonly hasRoster: boolean
}

/** A department that can help, with its telephone. */
export type DepartmentLine = {
  readonly id: string
  readonly name: string
  readonly telephone: string
  readonly handlesInWorkingDays: number
}

/**
 * How a person's phone stands, so that somebody can help: what it last said of itself, and its last good sync. The hour
 * of that is told for today alone; nothing is told of any contact before, nor of what was done [H10].
 */
export type DeviceLine = {
  readonly device: DeviceId
  readonly person: PersonId
  readonly name: string
  readonly role: Role
  /** The teams the person works in today, empty for none. */
  readonly teams: string
  /** The day from which the phone is known: it tells two phones of one person apart. */
  readonly firstOn: Day
  readonly syncedOn: Day
  readonly syncedAt: Instant | null
  /** Null where its app speaks the first wire and says nothing of itself [S19]. */
  readonly said: DeviceSaid | null
  readonly revokedOn: Day | null
}

/** What a phone had last said when its last sync was answered. */
export type DeviceSaid = {
  readonly app: string
  /** Whether that is older than what the server serves. */
  readonly isOld: boolean
  readonly waiting: number
  readonly oldestAt: Instant | null
  readonly forReview: number
  readonly notStored: boolean
}

/** A family that asked to be erased, as far as one needs to know that it is the right one, and what stops with it. */
export type ErasableFamily = {
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly place: string
  readonly family: string
  readonly house: string
  readonly openNeeds: number
  readonly openPromises: number
  /** Where it was erased already. */
  readonly erasedOn: Day | null
}

export type Erased = { readonly erasedOn: Day }
