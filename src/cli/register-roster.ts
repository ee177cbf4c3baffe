import { asId, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import { instantOf } from '#domain/base/days.ts'
import { loadActor } from '#server/accounts/actor.ts'
import { openDatabase, type Db } from '#server/db/database.ts'
import { registerHouseholds } from '#server/rosters/register.ts'
import type { Registered } from '#domain/campaigns/desk-answers.ts'
import type { RegisterHouseholds } from './import.ts'
import { inDatabase, worldParts } from './in-database.ts'
import { languagesOf, sayIn, type Said } from './terminal.ts'

/** Registers a roster's households in the campaign's database, in the office's name, as the desk does. */
export const registerRoster: RegisterHouseholds = async households => {
  const parts = worldParts()
  let said: Said = notDone
  const ending = await inDatabase(parts, async url => {
    const { db, close } = openDatabase(url, () => undefined)
    try {
      const actor = await officeActor(db)
      if (actor === null) {
        said = noOffice
        return 1
      }
      const now = instantOf(Date.now())
      said = done(
        await registerHouseholds(db, households, { actor, device: asId<DeviceId>('command-line'), now }),
      )
      return 0
    } finally {
      await close()
    }
  })
  if (ending !== 0) process.exitCode = ending
  return sayIn(languagesOf(process.env), said)
}

/** The first person of the office who answers for an area. */
async function officeActor(db: Db) {
  const person = await db
    .selectFrom('tasks')
    .innerJoin('people', 'people.id', 'tasks.person_id')
    .select('people.id')
    .where('people.role', '=', 'office')
    .where('tasks.task', '=', 'area')
    .orderBy('tasks.from_on')
    .executeTakeFirst()
  return person === undefined ? null : loadActor(db, asId<PersonId>(person.id))
}

const notDone: Said = { zh: '没有存入任何东西。', en: 'Nothing was stored.' }

const noOffice: Said = {
  zh: '还没有活动办公室的账号，没有存入任何东西。先建立活动：campaign begin',
  en: 'There is no account of the office yet and nothing was stored. Begin a campaign first: campaign begin',
}

const done = ({ households, members, before, notTaken }: Registered): Said => ({
  zh: `收进来了：${households} 户，${members} 人；其中 ${before} 户以前就在册，${notTaken} 户没有收。`,
  en: `Taken in: ${households} households, ${members} members; ${before} of them were there before, ${notTaken} were not taken.`,
})
