import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gaoqiao } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'
import { cuttable } from '#test/server/cuttable.ts'
import { emptyDatabase } from '#test/postgres/database.ts'
import { migrate } from './db/migrate.ts'
import { startServer, type RunningServer, type StartServer } from './main.ts'

let campaign: t.Campaign
let servers: RunningServer[]
beforeEach(async () => {
  campaign = await t.startCampaign()
  servers = []
})
afterEach(async () => {
  await Promise.all(servers.map(server => server.close()))
  await campaign.end()
})

const wanted = (given: Partial<StartServer> = {}): StartServer => ({
  databaseUrl: campaign.databaseUrl,
  port: 0,
  host: '::',
  clock: () => campaign.now,
  appFolder: campaign.appFolder,
  log: campaign.context.log,
  ...given,
})

async function start(given: Partial<StartServer> = {}): Promise<RunningServer> {
  const started = await startServer(wanted(given))
  if (!started.ok) throw new Error(started.because)
  servers.push(started.value)
  return started.value
}

test('[F10] it listens on IPv4 and IPv6, and answers at / before the app is built', async () => {
  const { port } = await start()
  for (const host of ['127.0.0.1', '[::1]']) {
    const page = await fetch(`http://${host}:${port}/`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('五心正在准备页面')
    expect(await (await fetch(`http://${host}:${port}/api/health`)).json()).toEqual({ ok: true })
  }
})

test('the built app is served: hashed files for ever, all else asked for anew, its addresses by the app alone', async () => {
  await mkdir(join(campaign.appFolder, 'assets'))
  await writeFile(join(campaign.appFolder, 'index.html'), '<!doctype html>the app')
  await writeFile(join(campaign.appFolder, 'sw.js'), 'self')
  await writeFile(join(campaign.appFolder, 'assets/main-abc123.js'), 'app')
  const { address } = await start()
  const get = (path: string) => fetch(address + path, { headers: { accept: 'text/html' } })
  const caching = async (path: string) => (await get(path)).headers.get('cache-control')
  expect(await caching('/assets/main-abc123.js')).toBe('public, max-age=31536000, immutable')
  expect(await caching('/sw.js')).toBe('no-cache')
  for (const path of ['/', '/households/household-wang', '/desk?x=1']) {
    const page = await get(path)
    expect([path, page.status, await page.text()]).toEqual([path, 200, '<!doctype html>the app'])
    expect(page.headers.get('cache-control')).toBe('no-cache')
  }
  for (const path of ['/api/none', '/k/NOSUCHCODE/none', '/assets/gone.js', '/.env', '/..%2fpackage.json'])
    expect([path, (await get(path)).status]).toEqual([path, 404])
})

test('[F4] pages may run nothing from elsewhere and never learn a position', async () => {
  const { address } = await start()
  const { headers } = await fetch(address)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  expect(policy).not.toMatch(/https?:|script-src[^;]*unsafe-inline/)
  expect(headers.get('permissions-policy')).toContain('geolocation=()')
})

test("[S14] no answer of the server lies in a browser's cache", async () => {
  const { address } = await start()
  for (const path of [
    '/api/me',
    '/api/catalogues?policies=0',
    '/api/sealed/openers',
    '/api/health',
    '/api/none',
  ])
    expect([path, (await fetch(`${address}${path}`)).headers.get('cache-control')]).toEqual([
      path,
      'no-store',
    ])
})

test('a taken port is a refusal, and the database is given free', async () => {
  const other = createServer().listen(0, '::')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  expect(await startServer(wanted({ port }))).toMatchObject({ ok: false, because: 'port-taken' })
  other.close()
  expect((await start({ port })).port).toBe(port)
  expect(await startServer(wanted({ host: '203.0.113.7' }))).toMatchObject({
    ok: false,
    because: 'port-not-allowed',
  })
})

test('a database without a campaign is a refusal', async () => {
  const empty = await emptyDatabase()
  await migrate(empty.url)
  expect(await startServer(wanted({ databaseUrl: empty.url }))).toMatchObject({ because: 'no-campaign' })
  await empty.drop()
})

test('[S16] while the database is away every request says so, and all goes on by itself when it is back', async () => {
  const visitor = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  await t.makeTeam(campaign, [visitor], [gaoqiao])
  const cookie = await t.signIn(campaign, 'visitor')
  const road = await cuttable(campaign.databaseUrl)
  const { address } = await start({ databaseUrl: road.url })
  const sync = () =>
    fetch(`${address}/api/sync`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({
        wire: 1,
        device: 'device-0001',
        epoch: null,
        changes: [],
        openings: [],
        villages: [],
      }),
    })
  expect((await sync()).status).toBe(200)
  await road.cut()
  for (const answer of [
    await sync(),
    await fetch(`${address}/api/health`),
    await fetch(`${address}/api/me`, { headers: { cookie } }),
  ]) {
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ because: 'database-away' })
  }
  const signIn = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'visitor', password: t.password }),
  })
  expect([signIn.status, (await signIn.json()).because]).toEqual([503, 'database-away'])
  await road.mend()
  expect((await sync()).status).toBe(200)
  await servers.pop()?.close()
  await road.cut()
})
