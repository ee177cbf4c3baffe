import { afterEach, beforeEach, expect, test } from 'vitest'
import { endSessions, resetPassword } from './people.ts'
import * as t from '#test/server/campaign.ts'

let campaign: t.Campaign
beforeEach(async () => {
  campaign = await t.startCampaign()
})
afterEach(() => campaign.end())

const tryIn = (username: string, password: string, address = '127.0.0.1') =>
  campaign.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
    remoteAddress: address,
  })

test('somebody signs in and is who they are, with the faces of their role', async () => {
  await t.enlist(campaign, { role: 'team-leader', name: '甲' })
  const answer = await tryIn('team-leader', t.password)
  expect(answer.json()).toMatchObject({
    actor: { name: '甲', role: 'team-leader', grants: [] },
    faces: ['phone', 'desk'],
  })
  expect(answer.body).not.toContain('token')
  const [cookie] = answer.cookies
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 60 * 24 * 60 * 60 })
  expect(cookie).not.toHaveProperty('secure')
})

test('a session lasts sixty days from its last use, and no longer', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '甲' })
  const cookie = await t.signIn(campaign, 'visitor')
  const expiry = async () => {
    const { rows } = await campaign.context.pool.query<{ expiresAt: string }>(
      'select "expiresAt" from session',
    )
    return rows[0] ? Math.round((Date.parse(rows[0].expiresAt) - Date.now()) / 86_400_000) : null
  }
  const age = (days: number) =>
    campaign.context.pool.query(`update session set "expiresAt" = now() + $1 * interval '1 day'`, [days])
  expect(await expiry()).toBe(60)
  await age(10)
  const again = await campaign.app.inject({ url: '/api/me', headers: { cookie } })
  expect(again.statusCode).toBe(200)
  expect(again.cookies[0]).toMatchObject({ maxAge: 60 * 24 * 60 * 60 })
  expect(await expiry()).toBe(60)
  await age(-1)
  const over = await campaign.app.inject({ url: '/api/me', headers: { cookie } })
  expect(over.statusCode).toBe(401)
  expect(over.json()).toMatchObject({ because: 'not-signed-in' })
})
