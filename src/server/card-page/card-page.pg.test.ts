import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asDay, asInstant, instantOf, millisecondsOf } from '#domain/base/days.ts'
import type { NeedId } from '#domain/base/ids.ts'
import { buildApp } from '#server/http/app.ts'
import { verifyVillage } from '#server/log/verify.ts'
import { change, fuFamily, raise, road, today, wangFamily, water } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { startCampaign, type Campaign } from '#test/server/campaign.ts'
import {
  doneAndTold,
  giveCard,
  officeTelephone,
  secretStory,
  settleVillage,
  write,
} from '#test/server/household-card.ts'
import { wrongCodes } from './door.ts'
import { style } from './style.ts'

let campaign: Campaign
let visitor: Awaited<ReturnType<typeof settleVillage>>['visitor']
let code: string
beforeEach(async () => {
  campaign = await startCampaign()
  ;({ visitor } = await settleVillage(campaign))
  code = await giveCard(campaign)
})
afterEach(() => campaign.end())

const get = (path: string, headers: Record<string, string> = {}) =>
  campaign.app.inject({ url: path, headers: { accept: 'text/html', ...headers } })

const pageOf = async (path = `/k/${code}`): Promise<string> => (await get(path)).body

/** The hidden word of the page that was sent out. */
const hidden = (html: string): string => /name="page" value="([^"]+)"/.exec(html)?.[1] ?? ''

type Says = 'solved' | 'not-solved' | 'rather-not-say'

const post = (says: string, page: string, at = 1, headers: Record<string, string> = {}) =>
  campaign.app.inject({
    method: 'POST',
    url: `/k/${code}/answers/${at}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ says, page }).toString(),
  })

/** Answers as a person does: from a page just opened, and on to where that leads. */
async function say(says: Says): Promise<{ readonly status: number; readonly html: string }> {
  const answer = await post(
    says,
    hidden(await pageOf(`/k/${code}/answers/1`)) || hidden(await pageOf()) || 'a-page',
  )
  if (answer.statusCode !== 303) return { status: answer.statusCode, html: answer.body }
  return { status: 303, html: await pageOf(String(answer.headers.location)) }
}

const needNow = async (need: NeedId = road) => {
  const { state } = await campaign.context.db
    .selectFrom('households')
    .select('state')
    .where('household_id', '=', wangFamily)
    .executeTakeFirstOrThrow()
  return state.needs.find(({ id }) => id === need)
}

const answersInLog = async () =>
  campaign.context.db
    .selectFrom('changes')
    .select(['author_role', 'author_name', 'device_id', 'body'])
    .where('kind', '=', 'need.hear-answer')
    .execute()

function later(days: number): void {
  campaign.now = instantOf(millisecondsOf(campaign.now) + days * 86_400_000)
}

describe('the household’s page', () => {
  test('[H22] says what was told, asks whether it is solved, and names people with telephones', async () => {
    const html = await pageOf()
    expect(html).toContain('王守田家，您好')
    expect(html).toContain('4月16日周敏到家说：雨季前先铺一层砂石。')
    for (const says of ['办好了', '没办好', '不想说']) expect(html).toContain(says)
    expect(html).toContain('href="tel:13800000101"')
    expect(html).toContain('高桥村妇女主任')
    expect(html).toContain(`href="tel:${officeTelephone.replace('-', '')}"`)
  })

  test('[H22] the code is read however it is typed', async () => {
    const written = code.toLowerCase().replace(/(.{4})/g, '$1 ')
    expect((await get(`/k/${encodeURIComponent(written)}`)).statusCode).toBe(200)
    const typed = await campaign.app.inject({
      method: 'POST',
      url: '/k',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code: ` ${written}` }).toString(),
    })
    expect([typed.statusCode, typed.headers.location]).toEqual([303, `/k/${code}`])
  })

  test('[H22] speaks Chinese unless English is asked for, and keeps to a language chosen by its link', async () => {
    expect(await pageOf()).toContain('<html lang="zh-CN">')
    expect((await get(`/k/${code}`, { 'accept-language': 'en-GB' })).body).toContain('Is it solved?')
    const chosen = await pageOf(`/k/${code}?lang=en`)
    expect(chosen).toContain('<span lang="zh-CN">门口那截路一下雨就走不出去</span>')
    expect(chosen).toMatch(/action="\/k\/[\w-]+\/answers\/1\?lang=en"/)
    expect(await pageOf(`/k/${code}/kept?lang=en`)).toContain('What is kept about us')
  })

  test('[H22] who looked is told, newest first, in words', async () => {
    const looked = (number: number, why: string, at: string) => ({
      village_code: gaoqiao,
      number,
      opening_id: `opening-000${number}`,
      household_id: wangFamily,
      person_id: visitor,
      person_name: '周敏',
      role: 'visitor',
      why,
      opened_at: at,
      received_at: at,
      digest: Buffer.from('digest'),
    })
    await campaign.context.db
      .insertInto('openings')
      .values([
        looked(1, 'look', '2026-04-02T07:00:00Z'),
        looked(2, 'prepare', '2026-04-15T12:00:00Z'),
        looked(3, 'prepare', '2026-04-15T12:05:00Z'),
      ])
      .execute()
    const html = await pageOf()
    expect(html.match(/为上门做准备/g)).toHaveLength(1)
    expect(html.indexOf('4月15日晚上')).toBeLessThan(html.indexOf('4月2日下午'))
    expect(html.indexOf('4月15日晚上')).toBeGreaterThan(0)
  })

  test('[H22] all that is kept can be read, each with who said it and when', async () => {
    const html = await pageOf(`/k/${code}/kept`)
    expect(html).toContain('塘边第三家')
    expect(html).toContain('花名册上的')
    expect(html).toContain('1954年生')
    expect(html).toContain('雨季前先铺一层砂石')
  })

  test('[S14] nothing of other households, of diaries, and no id is in any page', async () => {
    await say('solved')
    for (const path of ['', '/kept', '/answers/1']) {
      const html = await pageOf(`/k/${code}${path}`)
      expect(html).not.toMatch(/付远志|冷库|need-|household-|visit-|member-|change-/)
      expect(html).not.toContain(secretStory.slice(3))
      expect(html).not.toContain(visitor)
    }
    expect((await get(`/k/${code}/answers/2`)).statusCode).toBe(404)
  })

  test('works without any script, in less than 15 KB with its style', async () => {
    await write(campaign, visitor, raise(water), ...doneAndTold(water))
    const html = await pageOf()
    expect(html).not.toMatch(/<script|<style| style=| on\w+=|https?:\/\//)
    expect(Buffer.byteLength(html) + Buffer.byteLength(style)).toBeLessThan(15 * 1024)
    const address = /href="(\/k\/card\.css[^"]*)"/.exec(html)?.[1] ?? ''
    const sheet = await get(address)
    expect(sheet.body).toBe(style)
    expect(sheet.headers['cache-control']).toContain('immutable')
  })

  test('is kept by no browser, shown in no frame, told to nobody, and runs nothing', async () => {
    const { headers } = await get(`/k/${code}`)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['x-robots-tag']).toContain('noindex')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })
})

describe('the household’s own word', () => {
  test('[H12] [H22] solved: in the log by the card, in the household’s name, and the village still verifies', async () => {
    const { html } = await say('solved')
    expect(html).toContain('记下了。')
    expect(html).toContain('周敏那边一有信号就知道。')
    expect(await needNow()).toMatchObject({
      stage: { is: 'solved', answer: { says: 'solved', channel: 'card', saidBy: '王守田家' } },
    })
    expect(await answersInLog()).toMatchObject([
      { author_role: 'household', author_name: '王守田家', device_id: expect.stringMatching(/^card-/) },
    ])
    expect(await verifyVillage(campaign.context.db, gaoqiao)).toMatchObject({ is: 'sound' })
  })

  test('[H12] not solved: taken up again by the same owner, and the family reads so', async () => {
    const { html } = await say('not-solved')
    expect(html).toContain('周敏接着办')
    expect(html).toContain('正式渠道')
    expect(await needNow()).toMatchObject({ stage: { is: 'in-hand', found: null }, owner: { name: '周敏' } })
    expect(await pageOf()).toContain('没办好，接着办')
  })

  test('[H12] rather not say is noted and is not solved', async () => {
    await say('rather-not-say')
    expect((await needNow())?.stage.is).toBe('unconfirmed')
  })

  test('[H22] changed on the seventh day: the answers stand there with the one given marked', async () => {
    await say('solved')
    later(7)
    const html = await pageOf(`/k/${code}/answers/1`)
    expect(html).toMatch(/value="solved"\s+aria-pressed="true"/)
    expect(html).toContain('到4月24日都能改')
    expect((await say('rather-not-say')).status).toBe(303)
    expect((await needNow())?.stage.is).toBe('unconfirmed')
  })

  test('[H22] after seven days it is not changed here, and a sentence says how it is', async () => {
    await say('solved')
    later(8)
    expect(await pageOf(`/k/${code}/answers/1`)).not.toContain('<button')
    const { status, html } = await say('not-solved')
    expect(status).toBe(409)
    expect(html).toContain('过了七天，这里改不了了')
    expect(html).toContain('tel:13800000101')
    expect((await needNow())?.stage.is).toBe('solved')
  })

  test('[S1] pressed twice, at once or one after the other, it is said once', async () => {
    const page = hidden(await pageOf())
    const both = await Promise.all([post('solved', page), post('solved', page)])
    const third = await post('solved', page)
    expect([...both, third].map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    expect(await answersInLog()).toHaveLength(1)
  })

  test('[S1] there and back on one old page: the word said last stands', async () => {
    const page = hidden(await pageOf())
    for (const says of ['solved', 'rather-not-say', 'solved']) await post(says, page)
    expect((await needNow())?.stage.is).toBe('solved')
    expect(await answersInLog()).toHaveLength(3)
  })

  test('[H12] before a result was told, and of what is not there, a word is not taken', async () => {
    await write(campaign, visitor, raise(water))
    const early = await post('solved', 'a-page', 2)
    expect(early.statusCode).toBe(409)
    expect(early.body).toContain('不等您的话')
    expect((await post('solved', 'a-page', 99)).body).toContain('没找到这件事')
    expect((await post('splendid', 'a-page')).statusCode).toBe(400)
    expect(await answersInLog()).toEqual([])
  })

  test('a form of another site is refused', async () => {
    const page = hidden(await pageOf())
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://elsewhere.example' },
    ] as const)
      expect((await post('solved', page, 1, headers)).statusCode).toBe(403)
    expect(await answersInLog()).toEqual([])
    const own = { 'sec-fetch-site': 'same-origin', origin: 'null' }
    expect((await post('solved', page, 1, own)).statusCode).toBe(303)
  })

  test('[H12] what cannot be done is said as that, with the formal way beside it', async () => {
    const on = today
    await write(
      campaign,
      visitor,
      raise(water),
      ...doneAndTold(water).slice(0, 2),
      change('need.find', { need: water, on, words: '不在供水范围里', kind: 'cannot-be-done' }),
      change('need.tell', { need: water, on, channel: 'telephone', to: '守田叔' }),
    )
    const html = await pageOf()
    expect(html).toContain('办不成')
    expect(html).toContain('正式渠道')
  })
})

describe('a wrong code', () => {
  const revoke = () =>
    campaign.context.db
      .updateTable('cards')
      .set({ revoked_at: campaign.now })
      .where('household_id', '=', wangFamily)
      .execute()

  test('[H22] tells nothing: unknown, given back or no code at all, it is one and the same page', async () => {
    await revoke()
    const answers = []
    for (const wrong of ['0000111122223333', code, 'nonsense', '<script>', '王守田'])
      answers.push(await get(`/k/${encodeURIComponent(wrong)}`))
    for (const path of ['/kept', '/answers/1']) answers.push(await get(`/k/${code}${path}`))
    const seen = answers.map(({ statusCode, body, headers }) => {
      const { date: _, ...others } = headers
      return JSON.stringify([statusCode, body, others])
    })
    expect(new Set(seen).size).toBe(1)
    expect(answers[0]?.statusCode).toBe(404)
    expect(answers[0]?.body).toContain('没有这个码')
    expect(answers[0]?.body).toContain('tel:07193200000')
  })

  test('[H22] an answer by a card that was given back is not taken', async () => {
    const page = hidden(await pageOf())
    await revoke()
    expect((await post('solved', page)).statusCode).toBe(404)
    expect(await answersInLog()).toEqual([])
  })

  test('[H22] after ten wrong ones from one address it asks for a pause; a right one is let in', async () => {
    for (let at = 0; at < wrongCodes.toldOff; at++) expect((await get(`/k/WRONG${at}`)).statusCode).toBe(404)
    const held = await get('/k/WRONG')
    expect(held.statusCode).toBe(429)
    expect(held.headers['retry-after']).toBe('600')
    expect(held.body).toContain('歇十分钟')
    expect(held.body).toContain('tel:07193200000')
    expect((await get(`/k/${code}`)).statusCode).toBe(200)
    const elsewhere = await campaign.app.inject({ url: '/k/WRONG', remoteAddress: '192.0.2.9' })
    expect(elsewhere.statusCode).toBe(404)
  })

  test('[H22] after a hundred wrong ones nothing more is looked up from that address', async () => {
    for (let at = 0; at < wrongCodes.shutOut; at++) await get(`/k/WRONG${at}`)
    expect((await get(`/k/${code}`)).statusCode).toBe(429)
    const elsewhere = await campaign.app.inject({ url: `/k/${code}`, remoteAddress: '192.0.2.9' })
    expect(elsewhere.statusCode).toBe(200)
  })

  test('[H22] another family’s card opens that family’s page and no other', async () => {
    code = await giveCard(campaign, fuFamily)
    const html = await pageOf()
    expect(html).toContain('付远志家，您好')
    expect(html).not.toContain('王守田')
    expect((await post('solved', 'a-page')).statusCode).toBe(409)
    expect((await needNow())?.stage.is).toBe('answered')
  })
})

test('days are the host’s: an answer late in the evening is of that day', async () => {
  campaign.now = instantOf(Date.parse('2026-04-17T15:59:00Z'))
  await say('solved')
  const stage = (await needNow())?.stage
  expect(stage?.is === 'solved' && stage.answer.on).toBe(asDay('2026-04-17'))
})

test('[H22] the code is in no log, whatever becomes of the request', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const broken = { ...campaign.context, log, clock: () => asInstant('no time at all') }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const context of [{ ...campaign.context, log }, broken]) {
    const app = await buildApp(context, campaign.appFolder)
    const statuses = [
      await app.inject({ url: `/k/${code}` }),
      await app.inject({ url: `/k/${code}x` }),
      await app.inject({ url: `/k/${code}/%zz` }),
      await app.inject({ url: `/k/${code}/nowhere` }),
      await app.inject({ method: 'POST', url: '/k', headers: form, payload: `code=${code}` }),
      await app.inject({
        method: 'POST',
        url: `/k/${code}/answers/1`,
        headers: form,
        payload: 'says=solved&page=a',
      }),
      await app.inject({ method: 'POST', url: `/k/${code}/answers/1`, payload: { says: 'solved' } }),
    ].map(({ statusCode }) => statusCode)
    expect(new Set(statuses).size).toBeGreaterThan(2)
    await app.close()
  }
  const told = lines.join('')
  expect(told).toContain('"route":"/k/:code"')
  expect(told).toContain('a request met a fault')
  expect(told.toUpperCase()).not.toContain(code)
})
