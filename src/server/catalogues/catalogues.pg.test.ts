import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CatalogueEdition, EditionLine, EditRefused } from '#domain/catalogues/catalogue.ts'
import type { Policy } from '#domain/policies/policy.ts'
import { shippedTalk } from '#domain/visits/conversation/shipped/talk.ts'
import { enlist, giveTask, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'

let campaign: Campaign
let office: string
let visitor: string
beforeEach(async () => {
  campaign = await startCampaign()
  await giveTask(campaign, await enlist(campaign, { role: 'office', name: '柳文清' }), 'area', '420325')
  await enlist(campaign, { role: 'visitor', name: '周敏' })
  office = await signIn(campaign, 'office')
  visitor = await signIn(campaign, 'visitor')
})
afterEach(() => campaign.end())

const checkup: Policy = {
  id: 'free-checkup',
  title: '老年人免费体检',
  plain: '满 65 岁的老人，每年在镇卫生院体检一次，不要钱。',
  entitled: 'members.exists(m, m.age >= 65)',
  papers: ['身份证'],
  place: '镇卫生院公卫科',
  validUntil: null,
  source: '国家基本公共卫生服务规范（第三版）',
  sourceOn: null,
  checkedBy: '县卫健局',
}

const put = (from: number, body: unknown, cookie = office) =>
  campaign.app.inject({
    method: 'PUT',
    url: '/api/catalogues/policies',
    headers: { cookie },
    payload: { from, body },
  })
const get = (url: string, cookie = office) => campaign.app.inject({ url, headers: { cookie } })
const newer = async (versions: string, cookie = visitor) =>
  (await get(`/api/catalogues?${versions}`, cookie)).json<CatalogueEdition[]>()

describe('catalogues', () => {
  test('[H6] what the office writes reaches a visitor who has an older one, and nobody who has it', async () => {
    expect(await newer('policies=0')).toEqual([])
    expect((await put(0, [checkup])).json<EditionLine>()).toMatchObject({ version: 1 })
    expect(await newer('policies=0')).toMatchObject([
      { name: 'policies', version: 1, body: [checkup], editedBy: { name: '柳文清' } },
    ])
    expect(await newer('policies=1')).toEqual([])
    expect(await newer('of-a-newer-app=0&policies=x')).toEqual([])
  })

  test('of two who edit at once the second is told, and nothing is overwritten', async () => {
    await put(0, [checkup])
    const [one, other] = await Promise.all([
      put(1, [{ ...checkup, place: '一楼' }]),
      put(1, [{ ...checkup, place: '二楼' }]),
    ])
    expect([one.statusCode, other.statusCode].toSorted()).toEqual([200, 409])
    const refused = (one.statusCode === 409 ? one : other).json<EditRefused>()
    expect(refused).toMatchObject({
      because: 'catalogue-moved',
      now: { version: 2, editedBy: { name: '柳文清' } },
    })
    expect((await put(0, [checkup])).statusCode).toBe(409)
    expect((await put(7, [checkup])).statusCode).toBe(409)
  })

  test('every version stays to be read', async () => {
    await put(0, [checkup])
    await put(1, [{ ...checkup, place: '二楼' }])
    const history = (await get('/api/catalogues/policies/history')).json<EditionLine[]>()
    expect(history.map(({ version }) => version)).toEqual([2, 1])
    const first = await get('/api/catalogues/policies/1')
    expect(first.json<CatalogueEdition>().body).toEqual([checkup])
    expect((await get('/api/catalogues/policies/9')).statusCode).toBe(404)
    expect((await get('/api/catalogues/nothing/history')).statusCode).toBe(404)
  })

  test('[H6] what is wrong is named line by line, all at once, and nothing is stored', async () => {
    const answer = await put(0, [
      checkup,
      { ...checkup, plain: '' },
      { ...checkup, id: 'second', title: '第二条', validUntil: '2026-02-31', colour: 'red' },
      { ...checkup, title: '同一条' },
    ])
    expect(answer.statusCode).toBe(422)
    const refused = answer.json<EditRefused & { says: unknown }>()
    expect(refused.says).toBeDefined()
    expect(refused).toMatchObject({
      because: 'catalogue-broken',
      problems: [
        { line: 2, title: checkup.title, field: 'plain', because: 'missing' },
        { line: 3, title: '第二条', field: 'validUntil', because: 'not-a-day' },
        { line: 3, title: '第二条', field: 'colour', because: 'unknown-field' },
        { line: 4, title: '同一条', because: 'twice' },
      ],
    })
    expect((await put(0, 'text')).json()).toMatchObject({ problems: [{ line: null, because: 'not-a-list' }] })
    expect(await newer('policies=0')).toEqual([])
  })

  test('[H7] [H10] words of the conversation card that interrogate are not taken in, whoever sends them', async () => {
    const save = (body: unknown) =>
      campaign.app.inject({
        method: 'PUT',
        url: '/api/catalogues/talk',
        headers: { cookie: office },
        payload: { from: 0, body },
      })
    const [first, ...rest] = shippedTalk
    const refused = await save([{ ...first, zh: '家里几口人？身份证带了没有？' }, ...rest])
    expect(refused.statusCode).toBe(422)
    expect(
      refused.json<{ problems: { because: string }[] }>().problems.map(({ because }) => because),
    ).toEqual(['several-questions', 'asks-for-facts'])
    expect((await save(shippedTalk)).statusCode).toBe(200)
    expect(await newer('talk=0')).toMatchObject([{ name: 'talk', version: 1, body: shippedTalk }])
  })

  test('[S12] only the office of an area edits; whoever is signed in reads; nobody else does either', async () => {
    for (const role of ['team-leader', 'village-cadre', 'department-officer', 'privacy-officer'] as const) {
      await enlist(campaign, { role, name: '某人' })
      const cookie = await signIn(campaign, role)
      expect((await put(0, [checkup], cookie)).statusCode).toBe(403)
      expect((await get('/api/catalogues/policies/history', cookie)).statusCode).toBe(403)
      expect((await get('/api/catalogues?policies=0', cookie)).statusCode).toBe(200)
    }
    expect((await put(0, [checkup], visitor)).statusCode).toBe(403)
    expect((await put(0, [checkup], '')).statusCode).toBe(401)
    expect((await get('/api/catalogues?policies=0', '')).statusCode).toBe(401)
  })
})
