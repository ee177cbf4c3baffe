import { randomBytes, randomUUID } from 'node:crypto'
import { addDays, dayOf, instantOf, millisecondsOf, type Day, type Instant } from '#domain/base/days.ts'
import { asId, asVillageCode, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import { loadActor } from '#server/accounts/actor.ts'
import type { Auth } from '#server/accounts/auth.ts'
import { createPerson } from '#server/accounts/people.ts'
import type { Db } from '#server/db/database.ts'
import { digestOfCode } from '#server/cards/code.ts'
import { append } from '#server/log/append.ts'
import { neighboursStory } from './neighbours.ts'
import {
  demoArea,
  demoCard,
  demoDepartments,
  demoPassword,
  demoPeople,
  demoTeams,
  demoVillages,
  type DemoUsername,
} from './people.ts'
import type { Act } from './pen.ts'
import { gaoqiaoStory } from './story.ts'

/** Who can sign in to the demo, for the terminal to print. */
export type DemoAccount = {
  readonly name: string
  readonly title: string
  readonly username: string
  readonly password: string
}

/** Writes the host's row: what this installation is for. Answers nothing where one is there already. */
export const insertDemoHost = (db: Db) =>
  db
    .insertInto('host')
    .values({
      epoch: randomUUID(),
      campaign: demoArea.campaign,
      area: demoArea.prefix,
      office_name: '县活动办公室',
      office_telephone: demoArea.officeTelephone,
      filing_number: '',
      secret: randomBytes(32).toString('base64url'),
    })
    .onConflict(conflict => conflict.column('only_one').doNothing())
    .execute()

/**
 * Loads the demo campaign into an empty database: villages, departments, people with their tasks, and the story of each
 * village through the same log as everything else. The host's row must be there (`insertDemoHost`).
 */
export async function loadDemo(db: Db, auth: Auth, now: Instant): Promise<readonly DemoAccount[]> {
  const today = dayOf(now)
  const began = addDays(today, -60)
  for (const { code, name, town } of demoVillages)
    await db.insertInto('villages').values({ code, name, town }).execute()
  for (const { id, name, telephone } of demoDepartments)
    await db.insertInto('departments').values({ id, name, telephone }).execute()
  const people = await createPeople(db, auth)
  await giveTasks(db, people, began)
  for (const [at, { code }] of demoVillages.entries()) {
    const acts = at === 0 ? gaoqiaoStory(today) : neighboursStory(code, today)
    await tell(db, people, acts, now)
  }
  await giveCard(db, now)
  return demoPeople.map(({ name, title, username }) => ({ name, title, username, password: demoPassword }))
}

type People = ReadonlyMap<DemoUsername, PersonId>

async function createPeople(db: Db, auth: Auth): Promise<People> {
  const people = new Map<DemoUsername, PersonId>()
  for (const person of demoPeople) {
    const made = await createPerson({ db, auth }, { ...person, password: demoPassword })
    if (!made.ok) throw new Error(`the demo's ${person.username}: ${made.because}`)
    people.set(person.username, made.value)
  }
  return people
}

async function giveTasks(db: Db, people: People, from_on: Day): Promise<void> {
  const idOf = (username: DemoUsername) => people.get(username) ?? asId<PersonId>('nobody-here')
  for (const { id, name, people: members } of demoTeams) {
    await db.insertInto('teams').values({ id, name }).execute()
    for (const member of members)
      await db
        .insertInto('team_people')
        .values({ team_id: id, person_id: idOf(member), from_on, until_on: null })
        .execute()
  }
  for (const { code, team } of demoVillages)
    await db
      .insertInto('team_villages')
      .values({ team_id: team, village_code: code, from_on, until_on: null })
      .execute()
  const tasks = [
    { person_id: idOf('liuyulan'), task: 'village', reaches: demoVillages[0].code },
    { person_id: idOf('liuwenqing'), task: 'area', reaches: demoArea.prefix },
    { person_id: idOf('shensi'), task: 'area', reaches: demoArea.prefix },
    ...demoDepartments.flatMap(({ id, officer }) =>
      officer === null ? [] : [{ person_id: idOf(officer), task: 'department', reaches: id }],
    ),
  ]
  await db
    .insertInto('tasks')
    .values(tasks.map(task => ({ ...task, from_on, until_on: null })))
    .execute()
}

const giveCard = (db: Db, issued_at: Instant) =>
  db
    .insertInto('cards')
    .values({
      village_code: demoVillages[0].code,
      household_id: demoCard.household,
      code_digest: digestOfCode(demoCard.code),
      issued_at,
      revoked_at: null,
    })
    .execute()

/** Appends a village's story in the order in which it was written, a run of one writer at a time. */
async function tell(db: Db, people: People, acts: readonly Act[], now: Instant): Promise<void> {
  const inOrder = acts.toSorted((one, other) => one.at.localeCompare(other.at))
  for (const run of runsOfOneWriter(inOrder)) {
    const [first] = run
    const actor = await loadActor(db, people.get(first.by) ?? asId<PersonId>('nobody-here'))
    if (actor === null) throw new Error(`the demo has no ${first.by}`)
    const last = run.at(-1)?.at ?? now
    const sender = {
      actor,
      device: asId<DeviceId>('demo-device'),
      now: millisecondsOf(last) < millisecondsOf(now) ? last : instantOf(millisecondsOf(now)),
    }
    const verdicts = await append(db, asVillageCode(first.change.village), run, sender)
    const refused = verdicts.find(verdict => !verdict.ok)
    if (refused !== undefined) throw new Error(`the demo's story is refused: ${JSON.stringify(refused)}`)
  }
}

type Run = readonly [Act, ...Act[]]

function runsOfOneWriter(acts: readonly Act[]): readonly Run[] {
  const runs: [Act, ...Act[]][] = []
  for (const act of acts) {
    const run = runs.at(-1)
    if (run !== undefined && run[0].by === act.by && run.length < 200) run.push(act)
    else runs.push([act])
  }
  return runs
}
