import type { Preview, Registered } from '#domain/campaigns/desk-answers.ts'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentFact } from '#domain/households/facts.ts'
import { asDay } from '#domain/base/days.ts'
import { verifyVillage } from '../log/verify.ts'
import { asVillageCode } from '#domain/base/ids.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'
import { gaoqiao } from '#test/builders/people.ts'

let campaign: Campaign
let cookie: string
beforeEach(async () => {
  campaign = await startCampaign()
  const office = await enlist(campaign, { role: 'office', name: '柳文清' })
  await giveTask(campaign, office, 'area', '420325')
  cookie = await signIn(campaign, 'office')
})
afterEach(() => campaign.end())

const roster = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/rosters/${name}`, import.meta.url))
const village = asVillageCode('420325107200')

async function send<Answer>(path: string, file: Buffer | string, as = cookie) {
  const answer = await campaign.app.inject({
    method: 'POST',
    url: `/api/rosters${path}`,
    headers: { cookie: as, 'content-type': 'application/octet-stream' },
    payload: file,
  })
  return { status: answer.statusCode, text: answer.body, body: answer.json<Answer & { because?: string }>() }
}

const households = () =>
  campaign.context.db.selectFrom('households').select(['village_code', 'state']).execute()

async function lookAndConfirm(file: Buffer) {
  const { body: preview } = await send<Preview>('', file)
  const { body } = await send<Registered>(`/${preview.id}/confirm`, file)
  return { preview, registered: body }
}

describe('a roster is looked at', () => {
  test('columns, first values, problems by row and figures are shown, and nothing is stored', async () => {
    const { body } = await send<Preview>('', roster('person-rows-title.xlsx'))
    expect(body.households).toBe(62)
    expect(body.sheets[0]?.columns.length).toBeGreaterThan(4)
    expect(body.problems.every(({ row }) => row > 1)).toBe(true)
    expect(await households()).toEqual([])
    expect(await campaign.context.db.selectFrom('changes').select('seq').execute()).toEqual([])
  })

  test('a hostile roster is read as text, its formulas as nothing', async () => {
    const { body, text } = await send<Preview>('', roster('hostile.xlsx'))
    expect(body.problems.some(({ code }) => code === 'formula')).toBe(true)
    expect(text).not.toMatch(/=HYPERLINK|=cmd|=IMPORT/i)
  })

  test.each([
    ['nothing at all', '', 'empty-file'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'not-a-spreadsheet'],
    ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-spreadsheet'],
    ['no heading', '我,你\n他,她\n', 'no-usable-heading'],
    ['a roster that names no village', '姓名,组别,电话\n王守田,三组,13800000000\n', 'village-not-named'],
    ['a village elsewhere', '姓名,组别,村代码\n王守田,三组,110101001001\n', 'village-outside-area'],
  ])('%s is refused with its own word', async (_, file, because) => {
    const { status, body } = await send('', file)
    expect([status, body.because]).toEqual([422, because])
  })

  test('asked which village it is, the importer answers for a roster that names none', async () => {
    const file = '姓名,组别,电话\n王守田,三组,13800000000\n'
    const { body } = await send<Preview>(`?village=${gaoqiao}`, file)
    expect(body).toMatchObject({ households: 1, villages: [{ code: gaoqiao, name: expect.any(String) }] })
    expect((await send('?village=110101001001', file)).body.because).toBe('village-unknown')
  })

  test('a file of more than twenty megabytes is refused with a sentence', async () => {
    expect((await send('', Buffer.alloc(21 * 1024 * 1024, 65))).status).toBe(413)
  })
})

describe('a roster is confirmed', () => {
  test('its households come through the log, with their source, and no identity number anywhere', async () => {
    const { preview, registered } = await lookAndConfirm(roster('person-rows-title.xlsx'))
    expect(registered).toEqual({
      households: preview.households,
      members: preview.members,
      before: 0,
      notTaken: 0,
    })
    const stored = await households()
    expect(stored.length).toBe(preview.households)
    const [first] = stored
    expect(first?.state.facts.every(({ source, by }) => source === 'roster' && by.name === '柳文清')).toBe(
      true,
    )
    expect(first === undefined ? '' : currentFact(first.state, 'contact-name', asDay('2026-04-17'))).not.toBe(
      '',
    )
    expect(JSON.stringify(stored)).not.toMatch(/\d{17}[\dXx]/)
    expect(await verifyVillage(campaign.context.db, village)).toMatchObject({ is: 'sound' })
  })

  test('[S1] confirmed twice, or looked at and confirmed again, each household is registered once', async () => {
    const file = roster('merged-two-row-header.xlsx')
    const { preview } = await lookAndConfirm(file)
    const again = await lookAndConfirm(file)
    expect(again.preview.known).toBe(preview.households)
    expect(again.registered).toMatchObject({ before: preview.households })
    expect((await households()).length).toBe(preview.households)
    expect(await campaign.context.db.selectFrom('refusals').select('because').execute()).toEqual([])
  })

  test('what is confirmed is what was looked at: another file is refused', async () => {
    const { body: preview } = await send<Preview>('', roster('person-rows-title.xlsx'))
    const { status, body } = await send(`/${preview.id}/confirm`, roster('merged-two-row-header.xlsx'))
    expect([status, body.because]).toEqual([422, 'another-file'])
    expect(await households()).toEqual([])
  })

  test('a fault halfway leaves nothing of its batch; the next try takes all, each once', async () => {
    const { db } = campaign.context
    const file = roster('person-rows-title.xlsx')
    const { body: preview } = await send<Preview>('', file)
    await sql`alter table households add constraint planted_fault check (seq < 0) not valid`.execute(db)
    expect((await send(`/${preview.id}/confirm`, file)).status).toBe(500)
    expect(await households()).toEqual([])
    expect(await db.selectFrom('changes').select('seq').execute()).toEqual([])
    await sql`alter table households drop constraint planted_fault`.execute(db)
    expect((await send<Registered>(`/${preview.id}/confirm`, file)).body.households).toBe(preview.households)
  })

  test('a village that was not in the campaign comes in with its roster', async () => {
    await lookAndConfirm(roster('person-rows-title.xlsx'))
    const names = await campaign.context.db.selectFrom('villages').select(['code', 'name']).execute()
    expect(names).toContainEqual({ code: village, name: '孙家湾村' })
  })
})

describe('who may', () => {
  test('a visitor gets 403 with a sentence, before the file is read', async () => {
    await makeTeam(campaign, [await enlist(campaign, { role: 'visitor', name: '周敏' })], [gaoqiao])
    const { status, text } = await send(
      '',
      roster('person-rows-title.xlsx'),
      await signIn(campaign, 'visitor'),
    )
    expect(status).toBe(403)
    expect(text).toContain('任务')
  })
})
