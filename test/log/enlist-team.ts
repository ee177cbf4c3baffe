import type { Database } from '#server/db/database.ts'
import { gaoqiao, heLan, tianJianguo, zhouMin } from '../builders/people.ts'

/** The host, and the team of 高桥村 as the log in PostgreSQL reads it. */
export async function enlistTeam({ db, pool }: Database): Promise<void> {
  await pool.query(
    `insert into host (epoch, campaign, area, secret) values ('epoch-one', '试', '420325', 'secret')`,
  )
  await pool.query(`insert into teams (id, name) values ('team-one-1', '一队')`)
  await db
    .insertInto('team_villages')
    .values({ team_id: 'team-one-1', village_code: gaoqiao, from_on: '2026-03-01', until_on: null })
    .execute()
  for (const { id, name, role } of [zhouMin, tianJianguo, heLan]) {
    await pool.query(
      `insert into "user" (id, name, email, "emailVerified", "updatedAt") values ($1, $2, $1 || '@x', true, now())`,
      [id, name],
    )
    await db.insertInto('people').values({ id, name, role }).execute()
    await db
      .insertInto('team_people')
      .values({ team_id: 'team-one-1', person_id: id, from_on: '2026-03-01', until_on: null })
      .execute()
  }
}
