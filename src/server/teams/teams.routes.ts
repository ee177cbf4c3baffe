import type { PersonMade, TeamsAnswer } from '#domain/campaigns/desk-answers.ts'
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { Actor } from '#domain/access/grants.ts'
import { day, id, villageCode } from '#domain/base/fields.schema.ts'
import type { PersonId } from '#domain/base/ids.ts'
import { createPerson, type AccountRefusal } from '../accounts/people.ts'
import { answersFor, areasOf, forThose, inRole, ledVillages, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { oneTimePassword } from '../accounts/one-time-password.ts'
import * as teams from './teams.sql.ts'

export type TeamRefused = { readonly because: AccountRefusal | 'until-before-from' }

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
const between = { from: day, until: z.nullable(day) }
const reference = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))

const bodies = {
  team: z.strictObject({ name }),
  teamPerson: z.strictObject({ person: id<PersonId>(), ...between }),
  teamVillage: z.strictObject({ village: villageCode, ...between }),
  end: z.strictObject({ on: day }),
  person: z.strictObject({
    name,
    username: z.string().check(z.trim(), z.maxLength(60)),
    role: z.enum([
      'visitor',
      'team-leader',
      'village-cadre',
      'department-officer',
      'office',
      'privacy-officer',
    ]),
    telephone: z.string().check(z.trim(), z.maxLength(40)),
    title: z.string().check(z.trim(), z.maxLength(60)),
  }),
  task: z.strictObject({
    person: id<PersonId>(),
    task: z.enum(['village', 'department']),
    reaches: reference,
    ...between,
  }),
  department: z.strictObject({ name, telephone: z.string().check(z.trim(), z.maxLength(40)) }),
}

const mayOffice = (actor: Actor, today: Asked['today']) =>
  actor.role === 'office' && areasOf(actor, today).length > 0

/** Teams, people, villages and departments: made and joined by the office, between two days. */
export function teamRoutes(app: App, context: Context): void {
  const { db } = context
  const office = (answer: (asked: Asked) => Promise<unknown>) => forThose(context, mayOffice, answer)

  app.get(
    '/api/teams',
    office(async () => presentTeams(context)),
  )
  app.get(
    '/api/villages',
    forThose(context, inRole('office', 'team-leader'), async ({ actor, today }) =>
      teams.selectVillages(db, actor.role === 'office' ? areasOf(actor, today) : ledVillages(actor, today)),
    ),
  )
  app.get(
    '/api/departments',
    forThose(context, inRole(...signedIn), async () => teams.selectDepartments(db)),
  )

  app.post(
    '/api/teams',
    office(asked =>
      reading(asked, bodies.team, async body => {
        const team = { id: randomUUID(), name: body.name }
        await teams.insertTeam(db, team)
        return team
      }),
    ),
  )
  app.post(
    '/api/teams/:id/people',
    office(asked =>
      lasting(asked, bodies.teamPerson, async ({ person, from, until }) => {
        await teams.insertTeamPerson(db, {
          team_id: teamIn(asked),
          person_id: person,
          from_on: from,
          until_on: until,
        })
        return { ok: true }
      }),
    ),
  )
  app.post(
    '/api/teams/:id/villages',
    office(asked =>
      lasting(asked, bodies.teamVillage, async ({ village, from, until }) => {
        if (!answersFor(asked.actor, village, asked.today))
          return answerRefused(asked.reply, 'outside-grants')
        await teams.insertTeamVillage(db, {
          team_id: teamIn(asked),
          village_code: village,
          from_on: from,
          until_on: until,
        })
        return { ok: true }
      }),
    ),
  )
  app.post(
    '/api/teams/:id/end',
    office(asked =>
      reading(asked, bodies.end, async ({ on }) => {
        await teams.updateTeamUntil(db, teamIn(asked), on)
        return { ok: true }
      }),
    ),
  )
  app.post(
    '/api/people',
    office(asked => reading(asked, bodies.person, body => makePerson(context, asked, body))),
  )
  app.post(
    '/api/tasks',
    office(asked =>
      lasting(asked, bodies.task, async ({ person, task, reaches, from, until }) => {
        if (task === 'village' && !answersFor(asked.actor, reaches, asked.today))
          return answerRefused(asked.reply, 'outside-grants')
        await teams.insertTask(db, { person_id: person, task, reaches, from_on: from, until_on: until })
        return { ok: true }
      }),
    ),
  )
  app.post(
    '/api/departments',
    office(asked =>
      reading(asked, bodies.department, async body => {
        const department = { id: randomUUID(), ...body }
        await teams.insertDepartment(db, department)
        return department
      }),
    ),
  )
}

const signedIn = [
  'visitor',
  'team-leader',
  'village-cadre',
  'department-officer',
  'office',
  'privacy-officer',
] as const

async function makePerson(
  context: Context,
  { reply }: Asked,
  body: z.infer<typeof bodies.person>,
): Promise<unknown> {
  const password = oneTimePassword()
  const made = await createPerson(context, { ...body, password })
  if (!made.ok) return reply.status(422).send({ because: made.because } satisfies TeamRefused)
  return { id: made.value, username: body.username.toLowerCase(), password } satisfies PersonMade
}

/** Answers when the body has its shape; otherwise refuses it as broken. */
function reading<Body>(
  { request, reply }: Asked,
  schema: { safeParse: (body: unknown) => { success: true; data: Body } | { success: false } },
  answer: (body: Body) => Promise<unknown>,
): Promise<unknown> {
  const read = schema.safeParse(request.body)
  return read.success ? answer(read.data) : Promise.resolve(answerRefused(reply, 'broken-request'))
}

/** The same for what lasts between two days: the last is not before the first. */
const lasting: typeof reading = (asked, schema, answer) =>
  reading(asked, schema, async body => {
    const { from, until } = body as { readonly from: string; readonly until: string | null } // both schemas say so
    if (until !== null && until < from)
      return asked.reply.status(422).send({ because: 'until-before-from' } satisfies TeamRefused)
    return answer(body)
  })

const teamIn = ({ request }: Asked): string => (request.params as { readonly id: string }).id // the route names it

async function presentTeams({ db }: Context): Promise<TeamsAnswer> {
  const [all, members, villages] = [
    await teams.selectTeams(db),
    await teams.selectTeamPeople(db),
    await teams.selectTeamVillages(db),
  ]
  const [people, tasks] = [await teams.selectPeople(db), await teams.selectTasks(db)]
  return {
    teams: all.map(team => ({
      ...team,
      people: members.filter(({ team_id }) => team_id === team.id).map(presentBetween),
      villages: villages.filter(({ team_id }) => team_id === team.id).map(presentBetween),
    })),
    people: people.map(person => ({
      ...person,
      tasks: tasks.filter(({ person_id }) => person_id === person.id).map(presentBetween),
    })),
  }
}

function presentBetween<Row extends { readonly from_on: string; readonly until_on: string | null }>(
  row: Row,
) {
  const { from_on: from, until_on: until, ...rest } = row
  return { ...rest, from, until }
}
