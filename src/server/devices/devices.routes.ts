import * as z from 'zod/mini'
import { dayOf, type Day } from '#domain/base/days.ts'
import { id } from '#domain/base/fields.schema.ts'
import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import type { DeviceLine, DeviceSaid } from '#domain/campaigns/desk-answers.ts'
import { facesOf } from '../accounts/actor.ts'
import { areasOf, forThose, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { selectDevices, selectTeamsOf, updateRevoked, type DeviceRow } from './devices.sql.ts'
import { isOlder, readVersion } from './version.ts'

const revoking = z.strictObject({ device: id<DeviceId>(), person: id<PersonId>() })

/** How the phones stand, and revoking a lost one: the leader for the own team's people, the office for all. */
export function deviceRoutes(app: App, { db, ...context }: Context): void {
  const served = readVersion()
  const devicesFor = async (asked: Asked): Promise<readonly DeviceRow[]> =>
    (await selectDevices(db, await teamsFor(db, asked), asked.today)).filter(({ role }) => isOnPhone(role))

  app.get(
    '/api/devices',
    forThose(context, mayAsk, async asked =>
      (await devicesFor(asked)).map(row => presentDevice(row, asked.today, served)),
    ),
  )
  app.post(
    '/api/devices/revoke',
    forThose(context, mayAsk, async asked => {
      const { data } = revoking.safeParse(asked.request.body)
      if (data === undefined) return answerRefused(asked.reply, 'broken-request')
      const theirs = await devicesFor(asked)
      if (!theirs.some(row => row.device_id === data.device && row.person_id === data.person))
        return answerRefused(asked.reply, 'outside-grants')
      await updateRevoked(db, data, asked.now, asked.actor.id)
      return { ok: true }
    }),
  )
}

const mayAsk = (actor: Asked['actor'], today: Day): boolean =>
  actor.role === 'team-leader' || (actor.role === 'office' && areasOf(actor, today).length > 0)

/** The teams whose people's phones are shown; null for all of them. */
const teamsFor = async (db: Context['db'], { actor, today }: Asked): Promise<readonly string[] | null> =>
  actor.role === 'office' ? null : selectTeamsOf(db, actor.id, today)

const isOnPhone = (role: DeviceRow['role']): boolean => facesOf(role).some(face => face === 'phone')

function presentDevice(row: DeviceRow, today: Day, served: string): DeviceLine {
  const syncedOn = dayOf(row.synced_at)
  return {
    device: row.device_id,
    person: row.person_id,
    name: row.name,
    role: row.role,
    teams: row.teams ?? '',
    firstOn: row.first_on,
    syncedOn,
    syncedAt: syncedOn === today ? row.synced_at : null,
    said: presentSaid(row, served),
    revokedOn: row.revoked_at === null ? null : dayOf(row.revoked_at),
  }
}

function presentSaid(row: DeviceRow, served: string): DeviceSaid | null {
  const { app, waiting, oldest_at, for_review, not_stored } = row
  if (app === null || waiting === null || for_review === null || not_stored === null) return null
  return {
    app,
    isOld: isOlder(app, served),
    waiting,
    oldestAt: oldest_at,
    forReview: for_review,
    notStored: not_stored,
  }
}
