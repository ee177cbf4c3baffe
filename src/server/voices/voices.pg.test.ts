import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSealer } from '#app/store/sealer.ts'
import { addDays } from '#domain/base/days.ts'
import { asId, type PersonId, type VisitId, type VoiceId } from '#domain/base/ids.ts'
import { forgetWhatIsOver } from '#server/jobs/forget.ts'
import { recoveryKeyOf } from '#server/rescue/recovery-key.ts'
import type { VoiceFacts, VoiceSent } from '#sync/voice.ts'
import { change, fuFamily, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'
import { settleVillage, write } from '#test/server/household-card.ts'

const visit = asId<VisitId>('visit-0001')
const voice = asId<VoiceId>('voice-0001')
const sounds = ['一', '二', '三', '四', '五'].map(word =>
  Buffer.from(`sealed piece ${word}`).toString('base64'),
)

let campaign: Campaign
let visitor: PersonId
let cookie: string
beforeEach(async () => {
  campaign = await startCampaign()
  visitor = (await settleVillage(campaign)).visitor
  cookie = await signIn(campaign, 'visitor')
})
afterEach(() => campaign.end())

const facts: VoiceFacts = {
  village: gaoqiao,
  household: wangFamily,
  visit,
  voice,
  mime: 'audio/webm;codecs=opus',
  key: Buffer.alloc(32, 7).toString('base64'),
}

async function sealedBy(from: PersonId, about: VoiceFacts = facts): Promise<string> {
  const sealer = await createSealer(await recoveryKeyOf(campaign.context.db), from)
  return Buffer.from(await sealer.seal({ shelf: 'voices', value: about })).toString('base64')
}

const step = async (part: Partial<VoiceSent> = {}): Promise<VoiceSent> => ({
  village: gaoqiao,
  visit,
  voice,
  sealed: await sealedBy(visitor),
  of: sounds.length,
  from: 0,
  pieces: sounds,
  ...part,
})

async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, as = cookie) {
  const answer = await campaign.app.inject({
    method,
    url,
    headers: { cookie: as },
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: answer.statusCode, said: answer.json() }
}
const send = async (part: Partial<VoiceSent> = {}, as = cookie) =>
  ask('POST', '/api/voices', await step(part), as)
const at = `/api/voices/${gaoqiao}/${visit}/${voice}`
const rowsLeft = async () => {
  const { rows } = await campaign.context.pool.query(
    'select (select count(*) from voices) + (select count(*) from voice_pieces) as left',
  )
  return Number(rows[0].left)
}

test('[H8] [S17] a note comes in steps, goes on where it was cut, and each piece is taken once', async () => {
  expect(await send({ pieces: [] })).toEqual({ status: 200, said: { has: 0 } })
  expect((await send({ pieces: sounds.slice(0, 2) })).said).toEqual({ has: 2 })
  // A step that would leave a gap is not taken; the answer says where to go on.
  expect((await send({ from: 4, pieces: sounds.slice(4) })).said).toEqual({ has: 2 })
  expect(await ask('GET', `/api/voices/${gaoqiao}/${visit}`)).toMatchObject({ said: { voices: [] } })
  expect((await send({ from: 1, pieces: sounds.slice(1, 4) })).said).toEqual({ has: 4 })
  expect((await send({ from: 4, pieces: sounds.slice(4) })).said).toEqual({ has: 5 })
  expect((await send()).said).toEqual({ has: 5 })
  expect((await ask('GET', `/api/voices/${gaoqiao}/${visit}`)).said).toEqual({
    voices: [{ voice, pieces: 5 }],
  })
  expect((await ask('GET', at)).said).toEqual({ mime: facts.mime, key: facts.key, pieces: sounds })
})

test('[S14] only the one who spoke it can hear it: not a colleague, the leader, the cadre, the office', async () => {
  await send()
  const colleague = await enlist(campaign, { role: 'visitor', name: '何岚', username: 'helan' })
  const leader = await enlist(campaign, { role: 'team-leader', name: '田建国' })
  await makeTeam(campaign, [colleague, leader], [gaoqiao])
  const office = await enlist(campaign, { role: 'office', name: '县办' })
  await giveTask(campaign, office, 'area', '420325')
  for (const name of ['helan', 'team-leader', 'village-cadre', 'office']) {
    const other = await signIn(campaign, name)
    expect([name, await ask('GET', at, undefined, other)]).toMatchObject([name, { status: 404 }])
    expect((await ask('GET', `/api/voices/${gaoqiao}/${visit}`, undefined, other)).said).toEqual({
      voices: [],
    })
    await ask('DELETE', at, undefined, other)
  }
  expect((await ask('GET', at, undefined, '')).status).toBe(401)
  expect((await ask('GET', at)).status).toBe(200)
})

test('[S12] nobody adds to another’s note, nor sends one in another’s name, nor about another’s visit', async () => {
  await send({ pieces: sounds.slice(0, 1) })
  const colleague = await enlist(campaign, { role: 'visitor', name: '何岚', username: 'helan' })
  await makeTeam(campaign, [colleague], [gaoqiao])
  const other = await signIn(campaign, 'helan')
  expect((await send({}, other)).status).toBe(400)
  expect((await send({ sealed: await sealedBy(colleague) }, other)).status).toBe(403)
  const own = asId<VisitId>('visit-helan')
  const held = { on: today, time: null, companions: [], outcome: { is: 'held' as const } }
  await write(campaign, colleague, change('visit.record', { visit: own, ...held }))
  const about = { ...facts, visit: own }
  const sealed = await sealedBy(colleague, about)
  expect((await send({ visit: own, sealed, from: 1, pieces: sounds.slice(1) }, other)).status).toBe(403)
  expect((await send({ visit: own }, cookie)).status).toBe(400)
})

test('[S4] a note waits for its visit, and nothing of it is kept before', async () => {
  const later = asId<VisitId>('visit-later')
  const sealed = await sealedBy(visitor, { ...facts, visit: later })
  expect(await send({ visit: later, sealed })).toMatchObject({
    status: 409,
    said: { because: 'voice-without-visit' },
  })
  expect(await rowsLeft()).toBe(0)
})

test('[S13] one spoken while working there still arrives when the task is over, and is not heard from then on', async () => {
  await campaign.context.db
    .updateTable('team_people')
    .set({ until_on: addDays(today, -1) })
    .execute()
  expect((await send()).said).toEqual({ has: 5 })
  expect((await ask('GET', at)).status).toBe(404)
})

test('[S15] with an erased family its notes are gone, pieces and key, and no more are taken', async () => {
  await send()
  expect(await rowsLeft()).toBe(6)
  const officer = await enlist(campaign, { role: 'privacy-officer', name: '秦岭' })
  await giveTask(campaign, officer, 'area', '420325')
  const asked = { village: gaoqiao, household: wangFamily, askedOn: today, channel: 'telephone' }
  const as = await signIn(campaign, 'privacy-officer')
  expect((await ask('POST', '/api/erasing', { change: 'change-of-erasing', ...asked }, as)).status).toBe(200)
  expect(await rowsLeft()).toBe(0)
  expect(await send()).toMatchObject({ status: 409, said: { because: 'voice-of-erased-family' } })
  expect(await rowsLeft()).toBe(0)
})

test('[H8] the one who spoke it deletes it, and what is past its days is deleted by itself', async () => {
  await send()
  expect((await ask('DELETE', at)).said).toEqual({ erased: true })
  expect(await rowsLeft()).toBe(0)
  await send()
  campaign.now = `${addDays(today, 182)}T02:00:00.000Z` as typeof campaign.now
  await forgetWhatIsOver(campaign.context)
  expect(await rowsLeft()).toBe(0)
})

test('what has another shape is refused in words: too many notes, pieces past the end, another village', async () => {
  expect((await send({ of: 3 })).status).toBe(400)
  expect((await send({ pieces: ['not base64!'] })).status).toBe(400)
  expect((await send({ village: otherVillage })).status).toBe(400)
  expect((await ask('GET', '/api/voices/nowhere/visit-0001')).status).toBe(404)
  const other = { ...facts, household: fuFamily }
  expect((await send({ sealed: await sealedBy(visitor, other) })).status).toBe(409)
  for (let number = 1; number <= 5; number++) {
    const one = asId<VoiceId>(`voice-000${number}`)
    const sealed = await sealedBy(visitor, { ...facts, voice: one })
    expect((await send({ voice: one, sealed })).status).toBe(200)
  }
  const sixth = asId<VoiceId>('voice-0006')
  const sealed = await sealedBy(visitor, { ...facts, voice: sixth })
  expect((await send({ voice: sixth, sealed })).status).toBe(413)
})
