import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '#domain/base/days.ts'
import { asId, type LetterId, type PersonId } from '#domain/base/ids.ts'
import { letterKeptForDays, type SealedDesk, type SealedShare } from '#domain/sealed/letter.ts'
import { forgetWhatIsOver } from '../jobs/forget.ts'
import { enlist, giveTask, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'

let campaign: Campaign
let shen: PersonId
let liu: PersonId
let tang: PersonId
beforeEach(async () => {
  campaign = await startCampaign()
  shen = await enlist(campaign, { role: 'privacy-officer', name: '沈思', username: 'shen' })
  liu = await enlist(campaign, { role: 'office', name: '柳文清', username: 'liu' })
  tang = await enlist(campaign, { role: 'office', name: '唐叶', username: 'tang' })
  for (const person of [shen, liu, tang]) await giveTask(campaign, person, 'area', '420325')
  await enlist(campaign, { role: 'visitor', name: '周敏' })
})
afterEach(() => campaign.end())

const base64 = (words: string): string => Buffer.from(words.padEnd(48, '.')).toString('base64')
const wrapped = {
  wrapped: base64('wrapped'),
  iv: base64('iv').slice(0, 16),
  salt: base64('s').slice(0, 24),
  memory: 65_536,
  passes: 3,
}
const keyOf = (name: string) => base64(`key of ${name}`)
const markOf = (name: string) => keyOf(name).slice(0, 16)
const id = asId<LetterId>('letter-0001')
const code = 'ABCDEFGHJKLMNPQR'
const half = (whose: PersonId, other: PersonId) => ({
  for: whose,
  with: other,
  sealed: base64(`${whose} ${other}`),
})
const both = (one: PersonId, other: PersonId) => [half(one, other), half(other, one)]
const letter = (shares: readonly SealedShare[]) => ({
  id,
  receipt: createHash('sha256').update(code).digest('hex'),
  body: base64('body'),
  shares,
})

const post = async (who: string, url: string, payload: object = {}) =>
  campaign.app.inject({ method: 'POST', url, payload, headers: { cookie: await signIn(campaign, who) } })
const desk = async (who: string) =>
  (
    await campaign.app.inject({ url: '/api/sealed/desk', headers: { cookie: await signIn(campaign, who) } })
  ).json<SealedDesk>()
const makeKey = async (who: string, name = who) =>
  expect((await post(who, '/api/sealed/key', { key: keyOf(name), wrapped })).statusCode).toBe(200)
const name = async (person: PersonId) =>
  expect((await post('shen', '/api/sealed/openers', { person })).statusCode).toBe(200)
const takeAway = (person: PersonId, who = 'shen') => post(who, '/api/sealed/openers/leave', { person })
const send = (shares: readonly SealedShare[]) => post('visitor', '/api/sealed', letter(shares))
const turn = (who: string, shares: readonly SealedShare[]) => post(who, `/api/sealed/${id}/turn`, { shares })
const read = async (who: string) => (await post(who, `/api/sealed/${id}/read`)).statusCode
const row = () => campaign.context.db.selectFrom('sealed').selectAll().executeTakeFirst()
const slip = async () =>
  (
    await campaign.app.inject({
      method: 'POST',
      url: '/r',
      payload: `code=${code}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  ).body

async function makeOpeners(...people: readonly (readonly [PersonId, string])[]) {
  for (const [person, who] of people) {
    await name(person)
    await makeKey(who)
  }
}

describe('an opener of sealed letters who opens no more', () => {
  test('[H19] phones seal no new letter to them; the old ones open without them', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'], [tang, 'tang'])
    await send([...both(shen, liu), ...both(shen, tang)])
    expect((await desk('shen')).openers.find(one => one.id === liu)?.without).toEqual({ still: 1, closes: 0 })
    expect((await takeAway(liu)).statusCode).toBe(200)
    const openers = await campaign.app.inject({
      url: '/api/sealed/openers',
      headers: { cookie: await signIn(campaign, 'visitor') },
    })
    expect(
      openers
        .json<{ id: string }[]>()
        .map(one => one.id)
        .toSorted(),
    ).toEqual([shen, tang].toSorted())
    expect((await row())?.shares).toEqual(both(shen, tang))
    expect(await desk('liu')).toMatchObject({ me: { isNamed: false, wrapped: null }, letters: [] })
    await turn('shen', [half(tang, shen)])
    await turn('tang', [half(shen, tang)])
    expect([await read('shen'), await read('tang'), await read('liu')]).toEqual([200, 200, 404])
  })

  test('[H19] a letter nobody else can open is closed, before it is done one is told, and the slip says so plainly', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'])
    await send(both(shen, liu))
    expect((await desk('shen')).openers.find(one => one.id === liu)?.without).toEqual({ still: 0, closes: 1 })
    await takeAway(liu)
    expect(await row()).toMatchObject({ body: '', shares: [], closed_on: dayOf(campaign.now) })
    expect(await desk('shen')).toMatchObject({ letters: [], closed: 1, past: [{ name: '柳文清' }] })
    expect(await slip()).toContain('再也拆不开了')
  })

  test('[H19] one they turned their key for stays with the other, who seals it anew to those who open now', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'])
    await send(both(shen, liu))
    await turn('liu', [half(shen, liu)])
    await takeAway(liu)
    await makeOpeners([tang, 'tang'])
    expect((await desk('shen')).letters[0]).toMatchObject({ lacks: [tang], given: [half(shen, liu)] })
    const anew = both(shen, tang)
    // Not open to the asker yet: their own key is not turned.
    expect((await post('shen', `/api/sealed/${id}/reseal`, { shares: anew })).statusCode).toBe(403)
    expect((await turn('shen', [])).statusCode).toBe(200)
    expect(await read('shen')).toBe(200)
    expect((await post('shen', `/api/sealed/${id}/reseal`, { shares: both(shen, liu) })).statusCode).toBe(400)
    expect((await post('shen', `/api/sealed/${id}/reseal`, { shares: anew })).statusCode).toBe(200)
    expect((await row())?.shares).toEqual(anew)
    // Two turn anew, as for any letter.
    expect([await read('shen'), await read('tang')]).toEqual([403, 403])
    const [line] = (await desk('tang')).letters
    expect(line?.openings.map(({ act }) => act)).toEqual(['turned', 'turned', 'read', 'resealed'])
  })

  test('[H19] only the privacy officer takes somebody away; who is asked again makes another passphrase', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'])
    expect((await takeAway(shen, 'liu')).statusCode).toBe(403)
    expect((await takeAway(tang)).statusCode).toBe(400)
    await takeAway(liu)
    await name(liu)
    expect((await desk('liu')).me).toEqual({ isNamed: true, wrapped: null })
    await makeKey('liu', 'liu anew')
  })

  test('[H19] what a phone without a signal sealed to them comes without their halves, or closed; never unsaid', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'], [tang, 'tang'])
    await takeAway(liu)
    expect((await send([...both(shen, liu), ...both(shen, tang)])).json()).toEqual({ received: true })
    expect((await row())?.shares).toEqual(both(shen, tang))
    await campaign.context.db.deleteFrom('sealed').execute()
    expect((await send(both(shen, liu))).json()).toEqual({ received: true })
    expect(await row()).toMatchObject({ body: '', shares: [] })
    expect(await slip()).toContain('再也拆不开了')
  })
})

describe('a forgotten passphrase', () => {
  test('[H19] the key goes with what was sealed to it; another is made, and others still open', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'], [tang, 'tang'])
    await send([...both(shen, liu), ...both(shen, tang)])
    expect((await desk('liu')).openers.find(one => one.id === liu)?.without).toEqual({ still: 1, closes: 0 })
    expect((await desk('liu')).openers.find(one => one.id === shen)?.without).toBeUndefined()
    expect((await post('liu', '/api/sealed/key/forget')).statusCode).toBe(200)
    expect((await post('liu', '/api/sealed/key/forget')).statusCode).toBe(400)
    await makeKey('liu', 'liu anew')
    expect((await row())?.shares).toEqual(both(shen, tang))
    expect((await desk('shen')).letters[0]?.lacks).toEqual([liu])
  })

  test('[H19] what was sealed to the old key on a phone without a signal is left away when it comes', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'], [tang, 'tang'])
    await post('liu', '/api/sealed/key/forget')
    await makeKey('liu', 'another')
    const under = (share: SealedShare, name: string) => ({ ...share, under: markOf(name) })
    const old = [under(half(shen, liu), 'shen'), under(half(liu, shen), 'liu')]
    await send([...old, ...both(shen, tang)])
    expect((await row())?.shares).toEqual(both(shen, tang))
  })
})

describe('a letter long answered', () => {
  test('[H19] is erased when no review can follow any more, and who opened it stays written', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'])
    await send(both(shen, liu))
    await turn('shen', [half(liu, shen)])
    await turn('liu', [half(shen, liu)])
    await post('shen', `/api/sealed/${id}/answer`, { answer: base64('answer') })
    const { db } = campaign.context
    const answeredOn = (days: number) =>
      db
        .updateTable('sealed')
        .set({ answered_on: addDays(dayOf(campaign.now), -days) })
        .execute()
    await answeredOn(letterKeptForDays)
    await forgetWhatIsOver(campaign.context)
    expect(await row()).toBeDefined()
    await answeredOn(letterKeptForDays + 1)
    await forgetWhatIsOver(campaign.context)
    expect(await row()).toBeUndefined()
    expect(await db.selectFrom('sealed_turns').selectAll().execute()).toEqual([])
    expect((await desk('shen')).chain).toBe('whole')
    expect(await db.selectFrom('sealed_openings').selectAll().execute()).toHaveLength(3)
  })

  test('[H19] one that waits for its answer is never erased, however old', async () => {
    await makeOpeners([shen, 'shen'], [liu, 'liu'])
    await send(both(shen, liu))
    await campaign.context.db
      .updateTable('sealed')
      .set({ received_on: addDays(dayOf(campaign.now), -2000) })
      .execute()
    await forgetWhatIsOver(campaign.context)
    expect(await row()).toBeDefined()
  })
})
