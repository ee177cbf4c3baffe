import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Actor, Grant } from '#domain/access/grants.ts'
import type { Consent, Fact, Household, Member, Settling } from '#domain/households/household.ts'
import type {
  Agreement,
  Department,
  Found,
  HouseholdAnswer,
  Need,
  NextStep,
  Referral,
  Stage,
  Step,
  Told,
} from '#domain/needs/need.ts'
import type { Extension, Promised, PromiseOutcome } from '#domain/promises/promise.ts'
import type { Advice, Visit, VisitOutcome } from '#domain/visits/visit.ts'
import type { Author, Change, Recorded } from '#sync/change.ts'
import { bodySchemas, envelope } from '#sync/change.schema.ts'
import { canonical } from '#sync/checksum.ts'
import type { Verdict } from '#sync/outbox.ts'
import { syncRequest } from '#sync/wire.schema.ts'
import type { Diary, Handed, Snapshot, SyncAnswer, VillageAnswer, VillageNews } from '#sync/wire.ts'

/** Every field of a type, all members of a union together, each with what it holds: one left out does not compile. */
type Fields<T> = { readonly [K in T extends unknown ? keyof T : never]: string }
type Tags<T extends { readonly is: string }> = { readonly [K in T['is']]: string }

/**
 * The answer in words, kept by hand since answers have no schema (the device believes its server). The compiler holds
 * the names to the types; what a field holds is for whoever changes it to write down.
 */
const answer = {
  SyncAnswer: {
    wire: 'int',
    epoch: 'text',
    now: 'instant',
    actor: 'Actor',
    verdicts: 'Verdict[]',
    openings: 'opening id[]',
    villages: 'VillageNews[]',
    forget: 'village[]',
    handedOver: 'id ok',
    handed: 'Handed[]',
  } satisfies Fields<SyncAnswer>,
  VillageNews: {
    code: 'village',
    name: 'text',
    audience: 'team | cadre',
    answer: 'VillageAnswer | Snapshot',
    checksum: 'int < 2^52 | null',
    more: 'bool',
    diaries: 'Diary[]',
    colleagues: 'PersonNamed[]',
  } satisfies Fields<VillageNews>,
  Handed: {
    change: 'Change',
    diary: 'text | null',
    because: 'refusal',
    from: 'PersonNamed',
  } satisfies Fields<Handed>,
  VillageAnswer: {
    is: 'tag',
    from: 'int',
    upTo: 'int',
    changes: 'Recorded[]',
    whole: 'bool',
    households: 'Household[]',
  } satisfies Fields<VillageAnswer>,
  'VillageAnswer.is': {
    unchanged: '',
    changes: 'from upTo changes',
    states: 'upTo whole households',
  } satisfies Tags<VillageAnswer>,
  Snapshot: {
    is: 'snapshot',
    upTo: 'int',
    from: 'int',
    of: 'int',
    parts: '(base64 of gzip of JSON of Household[])[]',
  } satisfies Fields<Snapshot>,
  Diary: { visit: 'id', household: 'id', text: 'text' } satisfies Fields<Diary>,
  Verdict: {
    id: 'id',
    ok: 'bool',
    seq: 'int where ok',
    because: 'word where not ok',
  } satisfies Fields<Verdict>,
  Recorded: {
    seq: 'int',
    change: 'Change',
    author: 'Author',
    receivedAt: 'instant',
  } satisfies Fields<Recorded>,
  Change: {
    id: 'id',
    village: 'village',
    household: 'id',
    kind: 'kind',
    body: 'by kind',
    happenedAt: 'instant',
    after: 'id[]',
  } satisfies Fields<Change>,
  Author: { id: 'id', name: 'text', role: 'role' } satisfies Fields<Author>,
  Actor: { id: 'id', name: 'text', role: 'role', grants: 'Grant[]' } satisfies Fields<Actor>,
  Grant: {
    is: 'tag',
    team: 'id',
    village: 'village',
    department: 'id',
    prefix: 'digits',
    household: 'id',
    from: 'day',
    until: 'day | null',
  } satisfies Fields<Grant>,
  'Grant.is': {
    team: 'team village',
    village: 'village',
    department: 'department',
    area: 'prefix',
    card: 'village household',
  } satisfies Tags<Grant>,
  Household: {
    id: 'id',
    village: 'village',
    facts: 'Fact[]',
    members: 'Member[]',
    consents: 'Consent[]',
    notBefore: 'day | null',
    visits: 'Visit[]',
    needs: 'Need[]',
    promises: 'Promised[]',
    erased: '{ on: day }, absent until it is so',
  } satisfies Fields<Household>,
  Fact: {
    key: 'fact key',
    value: 'text',
    source: 'source',
    by: 'PersonNamed',
    learnedOn: 'day',
    until: 'day | null',
    settled: 'Settling[] | absent',
  } satisfies Fields<Fact>,
  Settling: { is: 'in-use | set-aside | left-open', by: 'PersonNamed', on: 'day' } satisfies Fields<Settling>,
  Member: {
    id: 'id',
    name: 'text',
    relation: 'text',
    birthYear: 'int | null',
    schooling: 'text',
  } satisfies Fields<Member>,
  Consent: {
    heardBy: 'PersonNamed',
    heardOn: 'day',
    forWhat: 'text',
    says: 'yes | no',
  } satisfies Fields<Consent>,
  Visit: {
    id: 'id',
    on: 'day',
    time: 'time of day | null',
    kind: 'planned | chance',
    purpose: 'text',
    companions: 'text[]',
    by: 'PersonNamed',
    askedOn: 'day | null',
    advice: 'Advice[]',
    outcome: 'VisitOutcome',
  } satisfies Fields<Visit>,
  VisitOutcome: {
    is: 'tag',
    by: 'PersonNamed',
    unready: 'reason[]',
    notBefore: 'day',
  } satisfies Fields<VisitOutcome>,
  'VisitOutcome.is': {
    planned: '',
    held: 'by unready',
    'nobody-home': 'by',
    'another-day': 'by notBefore',
  } satisfies Tags<VisitOutcome>,
  Advice: {
    saidBy: 'text',
    writtenBy: 'PersonNamed',
    via: 'own-screen | link | telephone | paper',
    saidOn: 'day',
    expiresOn: 'day',
    when: 'time of day | null',
    address: 'text',
    mindful: 'text',
    words: 'text',
    leaveAlone: 'no | yes | unclear',
  } satisfies Fields<Advice>,
  Need: {
    id: 'id',
    number: 'int | null',
    words: 'text',
    saidBy: 'text',
    quote: 'text',
    category: 'category',
    level: 'level',
    visit: 'id | null',
    heardOn: 'day',
    firstAsked: 'PersonNamed',
    owner: 'PersonNamed',
    department: 'Department | null',
    agreement: 'Agreement | null',
    stage: 'Stage',
    life: 'Step[]',
  } satisfies Fields<Need>,
  Stage: {
    is: 'tag',
    way: 'way',
    next: 'NextStep | null',
    found: 'Found | null',
    unsolved: 'Unsolved: found told answer | null',
    referral: 'Referral',
    told: 'Told',
    answer: 'HouseholdAnswer',
    on: 'day',
    words: 'text',
  } satisfies Fields<Stage>,
  'Stage.is': {
    heard: '',
    agreed: '',
    'in-hand': 'way next found unsolved',
    waiting: 'way referral',
    answered: 'way found told',
    solved: 'way found told answer',
    unconfirmed: 'way found told answer',
    withdrawn: 'on words',
  } satisfies Tags<Stage>,
  Department: { id: 'id', name: 'text' } satisfies Fields<Department>,
  Agreement: { agreedOn: 'day', mayTell: 'text', keepBack: 'text' } satisfies Fields<Agreement>,
  NextStep: { what: 'text', by: 'day | null' } satisfies Fields<NextStep>,
  Referral: { told: 'text', sentOn: 'day', state: 'offered | accepted' } satisfies Fields<Referral>,
  'Referral.state': {
    is: 'tag',
    officer: 'PersonNamed',
    dueOn: 'day',
    extensions: 'Extension[]',
  } satisfies Fields<Referral['state']>,
  Found: {
    words: 'text',
    kind: 'done | cannot-be-done',
    by: 'PersonNamed',
    on: 'day',
  } satisfies Fields<Found>,
  Told: { on: 'day', channel: 'channel', by: 'PersonNamed', to: 'text' } satisfies Fields<Told>,
  HouseholdAnswer: {
    says: 'solved | not-solved | rather-not-say',
    saidBy: 'text',
    on: 'day',
    heardBy: 'PersonNamed',
    words: 'text',
    channel: 'channel',
    witness: 'text at the door',
    relay: 'text by relay',
    relation: 'text by relay',
  } satisfies Fields<HouseholdAnswer>,
  Step: { is: 'step', on: 'day', writtenOn: 'day', by: 'PersonNamed', words: 'text' } satisfies Fields<Step>,
  'Step.is': {
    heard: '',
    agreed: '',
    'taken-in-hand': '',
    'done-on-the-spot': '',
    referred: '',
    accepted: '',
    returned: '',
    extended: '',
    found: '',
    told: '',
    solved: '',
    'not-solved': '',
    'rather-not-say': '',
    withdrawn: '',
    noted: '',
  } satisfies Tags<Step>,
  Promised: {
    id: 'id',
    need: 'id | null',
    giver: 'PersonNamed',
    words: 'text',
    givenOn: 'day',
    dueOn: 'day | null',
    extensions: 'Extension[]',
    outcome: 'PromiseOutcome',
  } satisfies Fields<Promised>,
  Extension: {
    from: 'day | null',
    to: 'day',
    reason: 'text',
    toldOn: 'day',
    by: 'PersonNamed',
  } satisfies Fields<Extension>,
  PromiseOutcome: {
    is: 'open | kept',
    on: 'day',
    how: 'text',
    by: 'PersonNamed',
  } satisfies Fields<PromiseOutcome>,
} as const

const json = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { unrepresentable: 'any' })

/** All that two versions must agree on to understand each other: what is sent, every change's body, and the answer. */
export const wireShape = () => ({
  request: json(syncRequest),
  envelope: json(envelope),
  bodies: Object.fromEntries(Object.entries(bodySchemas).map(([kind, schema]) => [kind, json(schema)])),
  answer,
})

/** A short fingerprint of the wire's shape, the same whatever the order in which it is written down [S19]. */
export const fingerprintOf = (shape: unknown): string =>
  createHash('sha256').update(canonical(shape)).digest('hex').slice(0, 16)
