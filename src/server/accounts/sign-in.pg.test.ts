import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPerson, endSessions, resetPassword } from './people.ts'
import * as t from '#test/server/campaign.ts'

let campaign: t.Campaign
beforeEach(async () => {
  campaign = await t.startCampaign()
})
afterEach(() => campaign.end())

const tryIn = (username: string, password: string, remoteAddress = '127.0.0.1') =>
  campaign.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
    remoteAddress,
  })

const me = (cookie: string) => campaign.app.inject({ url: '/api/me', headers: { cookie } })

test('somebody signs in and is who they are, with the faces of their role', async () => {
  await t.enlist(campaign, { role: 'team-leader', name: '何岚' })
  const answer = await tryIn('team-leader', t.password)
  expect(answer.json()).toMatchObject({
    actor: { name: '何岚', role: 'team-leader', grants: [] },
    faces: ['phone', 'desk'],
  })
  expect(answer.body).not.toContain('token')
  const [cookie] = answer.cookies
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 60 * 24 * 60 * 60 })
  expect(cookie).not.toHaveProperty('secure')
})

test('behind a proxy that ends https, the cookie is for https alone', async () => {
  await t.enlist(campaign, { role: 'office', name: '柳文清' })
  const answer = await campaign.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { 'x-forwarded-proto': 'https', host: 'wuxin.example', origin: 'https://wuxin.example' },
    payload: { username: 'office', password: t.password },
  })
  expect(answer.cookies[0]).toMatchObject({ secure: true, httpOnly: true })
})

test('a session lasts sixty days from its last use, and no longer', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const cookie = await t.signIn(campaign, 'visitor')
  const { pool } = campaign.context
  const daysLeft = async () => {
    const { rows } = await pool.query<{ expiresAt: string }>('select "expiresAt" from session')
    return rows[0] ? Math.round((Date.parse(rows[0].expiresAt) - Date.now()) / 86_400_000) : null
  }
  const setDaysLeft = (days: number) =>
    pool.query(`update session set "expiresAt" = now() + $1 * interval '1 day'`, [days])
  expect(await daysLeft()).toBe(60)
  await setDaysLeft(10)
  const again = await me(cookie)
  expect(again.statusCode).toBe(200)
  expect(again.cookies[0]).toMatchObject({ maxAge: 60 * 24 * 60 * 60 })
  expect(await daysLeft()).toBe(60)
  await setDaysLeft(-1)
  const over = await me(cookie)
  expect(over.statusCode).toBe(401)
  expect(over.json()).toMatchObject({ because: 'not-signed-in' })
})

test('signing out, the office ending sessions, and a new password each end a session at once', async () => {
  const id = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const first = await t.signIn(campaign, 'visitor')
  await campaign.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie: first } })
  expect((await me(first)).statusCode).toBe(401)

  const second = await t.signIn(campaign, 'visitor')
  await endSessions(campaign.context, id)
  expect((await me(second)).statusCode).toBe(401)

  const third = await t.signIn(campaign, 'visitor')
  expect(await resetPassword(campaign.context, 'Visitor', 'another-word')).toEqual({ ok: true, value: id })
  expect((await me(third)).statusCode).toBe(401)
  expect((await tryIn('visitor', t.password)).statusCode).toBe(401)
  expect((await tryIn('visitor', 'another-word')).statusCode).toBe(200)
})

test('a person changes the own password, which ends the other sessions and needs the old one', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const [here, elsewhere] = [await t.signIn(campaign, 'visitor'), await t.signIn(campaign, 'visitor')]
  const change = (currentPassword: string) =>
    campaign.app.inject({
      method: 'POST',
      url: '/api/auth/change-password',
      headers: { cookie: here, origin: 'http://localhost:80', host: 'localhost:80' },
      payload: { currentPassword, newPassword: 'another-word' },
    })
  expect((await change('not-the-old-one')).json()).toMatchObject({ because: 'wrong-name-or-password' })
  const changed = await change(t.password)
  expect(changed.json()).toEqual({ ok: true })
  expect((await me(elsewhere)).statusCode).toBe(401)
  expect((await tryIn('visitor', 'another-word')).statusCode).toBe(200)
})

test('a wrong password and an unknown name get the same answer', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const wrong = await tryIn('visitor', 'not-the-word')
  const unknown = await tryIn('nobody-here', 'not-the-word')
  const unusable = await tryIn('x', 'not-the-word')
  expect(wrong.statusCode).toBe(401)
  expect([unknown.statusCode, unusable.statusCode]).toEqual([401, 401])
  expect(unknown.body).toBe(wrong.body)
  expect(unusable.body).toBe(wrong.body)
})

test('after ten tries at one account from one address, only that account and address wait', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  await t.enlist(campaign, { role: 'office', name: '柳文清' })
  for (let tried = 0; tried < 10; tried++)
    expect((await tryIn(tried % 2 ? 'visitor' : 'VISITOR', 'guess')).statusCode).toBe(401)
  const blocked = await tryIn('visitor', t.password)
  expect(blocked.statusCode).toBe(429)
  expect(blocked.json()).toMatchObject({ because: 'too-many-tries' })
  expect((await tryIn('visitor', t.password, '10.1.2.3')).statusCode).toBe(200)
  expect((await tryIn('office', t.password)).statusCode).toBe(200)
})

test('nobody signs up, and no route of the accounts library tells whether a name is known', async () => {
  const closed = [
    'sign-up/email',
    'is-username-available',
    'sign-in/email',
    'request-password-reset',
    'update-user',
  ]
  for (const path of closed) {
    const answer = await campaign.app.inject({ method: 'POST', url: `/api/auth/${path}`, payload: {} })
    expect([path, answer.statusCode]).toEqual([path, 404])
  }
})

test('an account is made whole or not at all', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const person = { name: '另一个', username: 'Visitor', password: t.password, role: 'office' } as const
  expect(await createPerson(campaign.context, person)).toEqual({ ok: false, because: 'username-taken' })
  expect(await createPerson(campaign.context, { ...person, username: 'a b' })).toEqual({
    ok: false,
    because: 'username-unusable',
  })
  expect(await createPerson(campaign.context, { ...person, username: '柳文清', password: 'short' })).toEqual({
    ok: false,
    because: 'password-too-short',
  })
  const { rows } = await campaign.context.pool.query('select from people')
  expect(rows).toHaveLength(1)
  expect((await createPerson(campaign.context, { ...person, username: '柳文清' })).ok).toBe(true)
  expect((await tryIn('柳文清', t.password)).statusCode).toBe(200)
})

test('what another site asks the browser to do is refused', async () => {
  await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const cookie = await t.signIn(campaign, 'visitor')
  const answer = await campaign.app.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { cookie, origin: 'https://elsewhere.example' },
  })
  expect(answer.json()).toMatchObject({ because: 'other-site' })
  expect((await me(cookie)).statusCode).toBe(200)
})
