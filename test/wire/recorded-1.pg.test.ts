import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { asId, type ChangeId } from '#domain/base/ids.ts'
import { change } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'

/* Messages of the first wire, as a device of it sent them and a server of it answered [S19]. */

type Recorded = { readonly request: object; readonly status: number; readonly answer: Answer }
type Answer = { readonly actor: { readonly id: string }; readonly villages: readonly News[] }
type News = { readonly answer: { readonly is: string; readonly gzip?: string }; readonly checksum: unknown }

const order = [
  'first-push',
  'first-sync',
  'unchanged',
  'push-and-changes',
  'refused',
  'cadre',
  'forget',
  'other-epoch',
]

let campaign: t.Campaign
let cookies: { readonly phone: string; readonly cadre: string }
beforeEach(async () => {
  campaign = await t.startCampaign()
  const visitor = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  await t.makeTeam(campaign, [visitor], [gaoqiao], { from: '2026-03-01', until: '2026-04-30' })
  const cadre = await t.enlist(campaign, { role: 'village-cadre', name: '刘玉兰' })
  await t.giveTask(campaign, cadre, 'village', gaoqiao, { from: '2026-03-01' })
  cookies = { phone: await t.signIn(campaign, 'visitor'), cadre: await t.signIn(campaign, 'village-cadre') }
})
afterEach(() => campaign.end())

const recorded = async (name: string): Promise<Recorded> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'recorded/1', `${name}.json`), 'utf8'))

const post = async (payload: object, cookie = cookies.phone) => {
  const answer = await campaign.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload })
  return { status: answer.statusCode, answer: answer.json<Answer>() }
}

test('[S19] a device of the first wire is answered as a server of the first wire answered it', async () => {
  for (const name of order) {
    const { request, status, answer } = await recorded(name)
    const now = await post(request, name === 'cadre' ? cookies.cadre : cookies.phone)
    expect([name, now.status]).toEqual([name, status])
    // The whole that a device of another epoch is told was packed earlier then, and is today's now: the rest is the same.
    const without = name === 'other-epoch' ? { villages: [] } : {}
    expect([name, masked({ ...now.answer, ...without })]).toEqual([name, masked({ ...answer, ...without })])
  }
})

test('[S15] [S19] a device of the first wire is told of an erasure by states, not by a kind it does not know', async () => {
  await post((await recorded('first-push')).request)
  const office = await t.enlist(campaign, { role: 'office', name: '柳文清' })
  await t.giveTask(campaign, office, 'area', '420325')
  const body = { askedOn: asDay('2026-04-16'), channel: 'telephone' } as const
  const erase = change('household.erase', body, { id: asId<ChangeId>('change-erase') })
  const cookie = await t.signIn(campaign, 'office')
  const first = (await recorded('first-sync')).request
  const said = await post({ ...first, changes: [{ change: erase, diary: null }] }, cookie)
  expect(said.answer).toMatchObject({ verdicts: [{ ok: true, seq: 4 }] })
  const [news] = (await post({ ...first, villages: [{ code: gaoqiao, cursor: 3, checksum: null }] })).answer
    .villages
  expect(news?.answer).toMatchObject({ is: 'states', upTo: 4, whole: false, households: [{ erased: {} }] })
})

/** People and teams by no id; states as the first wire packed them, unpacked. What they add up to came with states only. */
function masked(answer: Answer): unknown {
  const text = JSON.stringify({ ...answer, villages: answer.villages.map(unpacked) })
  return JSON.parse(
    text
      .replaceAll(answer.actor.id, 'somebody')
      .replaceAll(/team-[0-9a-f-]{36}/g, 'a team')
      .replaceAll(/"by":\{"id":"[^"]*"/g, '"by":{"id":"somebody"')
      .replaceAll(/"author":\{"id":"[^"]*"/g, '"author":{"id":"somebody"'),
  )
}

function unpacked(news: News): unknown {
  const { is, gzip } = news.answer
  // What the states add up to differs with the ids in them.
  const checksum = is === 'snapshot' || news.checksum !== null ? 'told' : null
  if (is !== 'snapshot' || gzip === undefined) return { ...news, checksum }
  const households: unknown = JSON.parse(gunzipSync(Buffer.from(gzip, 'base64')).toString('utf8'))
  const { gzip: _gzip, ...answer } = news.answer
  return { ...news, checksum, answer: { ...answer, is: 'states', whole: true, households } }
}
