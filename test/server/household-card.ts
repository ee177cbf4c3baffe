import { asId, type DeviceId, type HouseholdId, type PersonId } from '#domain/base/ids.ts'
import { asDay, type Day } from '#domain/base/days.ts'
import { loadActor } from '#server/accounts/actor.ts'
import { digestOfCode, newCode } from '#server/cards/code.ts'
import { append } from '#server/log/append.ts'
import type { Change } from '#sync/change.ts'
import {
  agree,
  change,
  fuFamily,
  raise,
  register,
  road,
  today,
  wangFamily,
  water,
} from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, type Campaign } from './campaign.ts'

export const officeTelephone = '0719-3200000'

/** Writes changes in somebody's name; one that is refused is a fault of the test. */
export async function write(
  campaign: Campaign,
  person: PersonId,
  ...changes: readonly Change[]
): Promise<void> {
  const actor = await loadActor(campaign.context.db, person)
  if (actor === null) throw new Error('nobody')
  const sender = { actor, device: asId<DeviceId>('device-0001'), now: campaign.now }
  const pushed = changes.map(one => ({
    change: one,
    diary: one.kind === 'visit.record' ? secretStory : null,
  }))
  const verdicts = await append(campaign.context.db, gaoqiao, pushed, sender)
  const refused = verdicts.find(verdict => !verdict.ok)
  if (refused !== undefined) throw new Error(JSON.stringify(refused))
}

/** A story that only its author may read. */
export const secretStory = '守田叔说不敢声张的那些话'

/** Gives a household a card; the code is nowhere else. */
export async function giveCard(
  { context, now }: Campaign,
  household: HouseholdId = wangFamily,
): Promise<string> {
  const code = newCode()
  await context.db
    .insertInto('cards')
    .values({
      village_code: gaoqiao,
      household_id: household,
      code_digest: digestOfCode(code),
      issued_at: now,
      revoked_at: null,
    })
    .execute()
  return code
}

/** What the team did about one need, up to telling the result to the family. */
export const doneAndTold = (need = road, on: Day = today): readonly Change[] => [
  agree(need),
  change('need.take-in-hand', {
    need,
    on,
    way: 'guided',
    next: { what: '请人来看', by: asDay('2026-04-20') },
  }),
  change('need.find', { need, on, words: '雨季前先铺一层砂石', kind: 'done' }),
  change('need.tell', { need, on, channel: 'at-the-door', to: '守田叔' }),
]

/** Two families of 高桥村 with a team, a cadre and an office; the Wangs have been told the result about their road. */
export async function settleVillage(campaign: Campaign): Promise<{ readonly visitor: PersonId }> {
  const { db } = campaign.context
  const visitor = await enlist(campaign, { role: 'visitor', name: '周敏' })
  const cadre = await enlist(campaign, { role: 'village-cadre', name: '刘玉兰' })
  await makeTeam(campaign, [visitor], [gaoqiao])
  await giveTask(campaign, cadre, 'village', gaoqiao)
  await db.updateTable('people').set({ telephone: '13800000101' }).where('id', '=', visitor).execute()
  await db
    .updateTable('people')
    .set({ telephone: '13800000104', title: '高桥村妇女主任' })
    .where('id', '=', cadre)
    .execute()
  await db
    .updateTable('host')
    .set({ office_name: '县活动办公室', office_telephone: officeTelephone })
    .execute()
  const visit = { visit: asId<never>('visit-0001'), on: today, time: null, companions: [] }
  await write(
    campaign,
    visitor,
    register(),
    change('visit.record', { ...visit, outcome: { is: 'held' } }),
    raise(road),
    ...doneAndTold(),
    register({ household: fuFamily }, '付远志'),
    {
      ...raise(water, { household: fuFamily }),
      body: { ...raise(water).body, words: '木耳冷库接电' },
    } as Change,
  )
  return { visitor }
}
