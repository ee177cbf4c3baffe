import type { CardGroups } from '#domain/campaigns/desk-answers.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import { loadActor } from '#server/accounts/actor.ts'
import { append } from '#server/log/append.ts'
import { fuFamily, register } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'
import { digestOfCode, groupedCode, newCode, readCode } from './code.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await startCampaign()
  const leader = await enlist(campaign, { role: 'team-leader', name: '何岚' })
  await makeTeam(campaign, [leader], [gaoqiao])
  const actor = await loadActor(campaign.context.db, leader)
  if (actor === null) throw new Error('nobody')
  const sender = { actor, device: asId<DeviceId>('device-0001'), now: asInstant('2026-04-16T06:00:00Z') }
  const changes = [register(), register({ household: fuFamily }, '付<b>远志</b>')]
  await append(
    campaign.context.db,
    gaoqiao,
    changes.map(change => ({ change, diary: null })),
    sender,
  )
})
afterEach(() => campaign.end())

const issue = async (cookie: string, village: string = gaoqiao) => {
  const answer = await campaign.app.inject({
    method: 'POST',
    url: '/api/cards',
    headers: { cookie, host: 'wuxin.example' },
    payload: { village, group: null },
  })
  return { status: answer.statusCode, html: answer.body }
}

const codesOn = (html: string): readonly string[] =>
  [...html.matchAll(/<p class="code">([^<]*)</g)].flatMap(([, written]) => readCode(written ?? '') ?? [])

const kept = () => campaign.context.db.selectFrom('cards').selectAll().execute()

describe('a household’s code', () => {
  test('has 80 bits, is read however it is said, and never twice the same', () => {
    const code = newCode()
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(readCode(groupedCode(code).toLowerCase())).toBe(code)
    expect(readCode('O1IL-0000 0000 0000')).toBe('0111000000000000')
    expect(readCode('KT4M')).toBe(null)
    expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000)
  })
})

describe('contact cards', () => {
  test('[H22] each family gets a code of its own; only its digest is kept', async () => {
    const { html } = await issue(await signIn(campaign, 'team-leader'))
    const codes = codesOn(html)
    expect(codes.length).toBe(2)
    const rows = await kept()
    expect(rows.map(({ code_digest }) => code_digest.toString('hex')).toSorted()).toEqual(
      codes.map(code => digestOfCode(code).toString('hex')).toSorted(),
    )
    const everything = JSON.stringify(rows)
    for (const code of codes) expect(everything).not.toContain(code)
  })

  test('[H22] a new card makes the one before no longer good', async () => {
    const cookie = await signIn(campaign, 'team-leader')
    await issue(cookie)
    await issue(cookie)
    const rows = await kept()
    expect(rows.map(({ revoked_at }) => revoked_at === null).toSorted()).toEqual([false, false, true, true])
    const counted = await campaign.app.inject({ url: `/api/cards/${gaoqiao}`, headers: { cookie } })
    expect(counted.json<CardGroups>().groups).toEqual([{ name: '', families: 2, withCard: 2 }])
  })

  test('the page holds names and telephones as text, a square to scan, and no script', async () => {
    const { html } = await issue(await signIn(campaign, 'team-leader'))
    expect(html).toContain('王守田')
    expect(html).toContain('付&lt;b&gt;远志&lt;/b&gt;')
    expect(html).toContain('房县化龙堰镇高桥村')
    expect(html.match(/<svg[^>]*viewBox="0 0 \d\d \d\d"[^>]*shape-rendering/g)?.length).toBe(2)
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)
  })

  test('the counts by group hold no name', async () => {
    const office = await enlist(campaign, { role: 'office', name: '柳文清' })
    await giveTask(campaign, office, 'area', '420325')
    const cookie = await signIn(campaign, 'office')
    const answer = await campaign.app.inject({ url: `/api/cards/${gaoqiao}`, headers: { cookie } })
    expect(answer.body).not.toContain('王守田')
  })

  test('a leader prints for the own villages only, a visitor for none', async () => {
    expect((await issue(await signIn(campaign, 'team-leader'), otherVillage)).status).toBe(403)
    await makeTeam(campaign, [await enlist(campaign, { role: 'visitor', name: '周敏' })], [gaoqiao])
    const refused = await issue(await signIn(campaign, 'visitor'))
    expect(refused.status).toBe(403)
    expect(refused.html).toContain('任务')
    expect(await kept()).toEqual([])
  })
})
