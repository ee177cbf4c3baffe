import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asId, type LetterId, type PersonId } from '#domain/base/ids.ts'
import type { SealedDesk } from '#domain/sealed/letter.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'

let campaign: Campaign
let shen: PersonId
let liu: PersonId
beforeEach(async () => {
  campaign = await startCampaign()
  shen = await enlist(campaign, { role: 'privacy-officer', name: '沈思' })
  liu = await enlist(campaign, { role: 'office', name: '柳文清' })
  await giveTask(campaign, shen, 'area', '420325')
  await giveTask(campaign, liu, 'area', '420325')
  const visitor = await enlist(campaign, { role: 'visitor', name: '周敏' })
  await makeTeam(campaign, [visitor], [gaoqiao])
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
const id = asId<LetterId>('letter-0001')
const receipt = 'ab'.repeat(32)
const half = (whose: PersonId, other: PersonId) => ({ for: whose, with: other, sealed: base64('half') })
const letter = () => ({ id, receipt, body: base64('body'), shares: [half(shen, liu), half(liu, shen)] })

const post = async (who: string, url: string, payload: object) =>
  campaign.app.inject({ method: 'POST', url, payload, headers: { cookie: await signIn(campaign, who) } })
const get = async (who: string, url: string) =>
  campaign.app.inject({ url, headers: { cookie: await signIn(campaign, who) } })
const desk = async (who: string) => (await get(who, '/api/sealed/desk')).json<SealedDesk>()

async function makeOpeners() {
  for (const person of [shen, liu])
    expect((await post('privacy-officer', '/api/sealed/openers', { person })).statusCode).toBe(200)
  for (const who of ['privacy-officer', 'office'])
    expect((await post(who, '/api/sealed/key', { key: base64('key'), wrapped })).statusCode).toBe(200)
}

const turn = (who: string, from: PersonId, to: PersonId) =>
  post(who, `/api/sealed/${id}/turn`, { shares: [half(to, from)] })

describe('sealed letters', () => {
  test('[H19] a letter is kept without a word of who brought it, each once [S1]', async () => {
    await makeOpeners()
    for (let times = 0; times < 2; times += 1)
      expect((await post('visitor', '/api/sealed', letter())).json()).toEqual({ received: true })
    const rows = await campaign.context.db.selectFrom('sealed').selectAll().execute()
    expect(rows).toHaveLength(1)
    const [row] = rows
    expect(Object.keys(row ?? {}).toSorted()).toEqual(
      ['answer', 'answered_on', 'body', 'closed_on', 'id', 'receipt', 'received_on', 'shares'].toSorted(),
    )
    expect(row?.received_on).toBe('2026-04-17')
    expect(JSON.stringify(row)).not.toMatch(/周敏|420325/)
  })

  test('[H19] a letter that one person could open alone, or that goes to somebody else, is not taken', async () => {
    await makeOpeners()
    const broken = [
      { ...letter(), shares: [half(shen, shen), half(shen, shen)] },
      { ...letter(), shares: [half(shen, liu)] },
      { ...letter(), shares: [half(shen, liu), half(asId('somebody-1'), shen)] },
    ]
    for (const one of broken) expect((await post('visitor', '/api/sealed', one)).statusCode).toBe(400)
    expect(await campaign.context.db.selectFrom('sealed').selectAll().execute()).toEqual([])
  })

  test('[H19] nobody reads it alone: it is given out only when two have turned their keys', async () => {
    await makeOpeners()
    await post('visitor', '/api/sealed', letter())
    expect((await post('privacy-officer', `/api/sealed/${id}/read`, {})).statusCode).toBe(403)
    expect((await turn('privacy-officer', shen, liu)).statusCode).toBe(200)
    expect((await post('privacy-officer', `/api/sealed/${id}/read`, {})).statusCode).toBe(403)
    expect((await post('office', `/api/sealed/${id}/read`, {})).statusCode).toBe(403)
    expect((await turn('office', liu, shen)).statusCode).toBe(200)
    for (const who of ['privacy-officer', 'office'])
      expect((await post(who, `/api/sealed/${id}/read`, {})).json()).toEqual({ body: letter().body })
    const [line] = (await desk('office')).letters
    expect(line?.openings.map(({ name, act }) => [name, act])).toEqual([
      ['沈思', 'turned'],
      ['柳文清', 'turned'],
      ['沈思', 'read'],
      ['柳文清', 'read'],
    ])
    expect((await desk('privacy-officer')).chain).toBe('whole')
  })

  test('[H19] who opened what stays as it was written: the database refuses the rest', async () => {
    await makeOpeners()
    await post('visitor', '/api/sealed', letter())
    await turn('privacy-officer', shen, liu)
    const { db } = campaign.context
    await expect(db.updateTable('sealed_openings').set({ person_name: '别人' }).execute()).rejects.toThrow(
      /H19/,
    )
    await expect(db.deleteFrom('sealed_openings').execute()).rejects.toThrow(/H19/)
  })

  test('[H19] visitors, leaders and cadres are told nothing of it; an office person who is no opener sees no letter', async () => {
    await makeOpeners()
    await post('visitor', '/api/sealed', letter())
    await enlist(campaign, { role: 'office', name: '另一位', username: 'other' })
    expect((await get('visitor', '/api/sealed/desk')).statusCode).toBe(403)
    expect(await desk('other')).toEqual({
      me: { isNamed: false, wrapped: null },
      openers: [],
      others: [],
      past: [],
      closed: 0,
      chain: 'whole',
      letters: [],
    })
    expect((await post('other', `/api/sealed/${id}/read`, {})).statusCode).toBe(404)
    expect((await post('other', '/api/sealed/openers', { person: shen })).statusCode).toBe(403)
  })

  test('[H19] a key is made once, and nobody is given another’s wrapped key', async () => {
    await makeOpeners()
    expect((await post('office', '/api/sealed/key', { key: base64('other'), wrapped })).statusCode).toBe(400)
    expect(JSON.stringify((await desk('office')).openers)).not.toContain('wrapped')
    // Both were named at one moment: in which order they stand is left open.
    const openers = (await get('visitor', '/api/sealed/openers')).json<{ name: string }[]>()
    expect(openers.map(({ name }) => name).toSorted()).toEqual(['柳文清', '沈思'].toSorted())
  })

  test('[H19] the slip says that it has arrived and that it is being read; a wrong code learns nothing', async () => {
    const { createHash } = await import('node:crypto')
    await makeOpeners()
    const code = 'ABCDEFGHJKLMNPQR'
    const ask = async (written: string) =>
      (
        await campaign.app.inject({
          method: 'POST',
          url: '/r',
          payload: `code=${encodeURIComponent(written)}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).body
    expect(await ask(code)).toContain('没查到')
    const sent = { ...letter(), receipt: createHash('sha256').update(code).digest('hex') }
    await post('visitor', '/api/sealed', sent)
    expect(await ask('abcd efgh jklm npqr')).toContain('还没有人拆开')
    await turn('privacy-officer', shen, liu)
    expect(await ask(code)).toContain('正在办')
    expect(await ask('ABCDEFGHJKLMNPQS')).toContain('没查到')
  })
})
