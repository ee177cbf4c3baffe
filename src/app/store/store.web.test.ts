import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#test/browser/browser.ts'
import { layGround, type Ground } from '#test/device/ground.ts'
import type { StorePage } from '#test/device/store-page.ts'
import { storeContract } from './contract.ts'

declare const page: StorePage

let ground: Ground
let browser: Browser
let tab: Page

beforeAll(async () => {
  ground = await layGround(resolve(import.meta.dirname, '../../../test/device/store-page.ts'))
  browser = await launchBrowser()
  tab = await (await browser.newContext()).newPage()
  await tab.goto(ground.address)
  await tab.waitForFunction(() => 'page' in globalThis)
})

afterAll(async () => {
  await browser.close()
  await ground.end()
})

describe('the store in IndexedDB', () => {
  for (const [at, { name }] of storeContract.entries())
    test(name, async () => {
      await expect(tab.evaluate(at => page.prove(at), at)).resolves.toBeUndefined()
    })

  test('[S14] a sealed record that is laid in the place of another is not read', async () => {
    expect(await tab.evaluate(() => page.swapped())).toContain('OperationError')
  })
})

describe('the vault', () => {
  const minute = 60_000

  test('the PIN opens what was sealed; the key cannot be taken out of the browser', async () => {
    expect(await tab.evaluate(() => page.makeVault('person-0001', '246810'))).toBe(false)
    const opened = await tab.evaluate(() => page.open('person-0001', '246810', 0))
    expect(opened).toEqual({ ok: true, state: 'shut', text: '守田叔' })
  })

  test('one derivation costs at least 19 MiB and two passes', async () => {
    await tab.evaluate(() => page.makeVault('person-0002', '246810'))
    const cost = await tab.evaluate(() => page.cost('person-0002'))
    expect(cost?.memory).toBeGreaterThanOrEqual(19_456)
    expect(cost?.passes).toBeGreaterThanOrEqual(2)
  })

  test('wrong tries wait longer and longer, over restarts, and ten ask for the password first', async () => {
    await tab.evaluate(() => page.makeVault('person-0003', '246810'))
    const waits: number[] = []
    let now = 0
    for (let tries = 1; tries < 10; tries++) {
      const answer = await tab.evaluate(now => page.open('person-0003', '111111', now), now)
      expect(answer).toMatchObject({ ok: false, because: 'wrong-pin', text: null })
      if (answer.ok) throw new Error('a wrong PIN opened the vault')
      waits.push(answer.waitSeconds)
      if (answer.waitSeconds > 0) {
        const early = await tab.evaluate(now => page.open('person-0003', '246810', now), now + 1)
        expect(early).toMatchObject({ ok: false, because: 'wait', waitSeconds: answer.waitSeconds })
      }
      now += answer.waitSeconds * 1000
    }
    expect(waits).toEqual([0, 0, 5, 15, 30, 60, 120, 300, 600])
    const tenth = await tab.evaluate(now => page.open('person-0003', '111111', now), now + minute)
    expect(tenth).toMatchObject({ ok: false, because: 'sign-in-first', state: 'sign-in-first' })
    const right = await tab.evaluate(now => page.open('person-0003', '246810', now), now + 99 * minute)
    expect(right).toMatchObject({ ok: false, because: 'sign-in-first' })
    await tab.evaluate(() => page.allowTries('person-0003'))
    const again = await tab.evaluate(now => page.open('person-0003', '246810', now), now + 99 * minute)
    expect(again).toEqual({ ok: true, state: 'shut', text: '守田叔' })
  })

  test('a passkey opens the same vault beside the PIN, where the browser can; a wrong PIN adds none', async () => {
    const named = await (await browser.newContext()).newPage()
    const session = await named.context().newCDPSession(named)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    // A passkey belongs to a host name; an address has none.
    await named.goto(ground.address.replace('127.0.0.1', 'localhost'))
    await named.waitForFunction(() => 'page' in globalThis)
    await named.evaluate(() => page.makeVault('person-0004', '246810'))
    expect(await named.evaluate(() => page.addPasskey('person-0004', '111111'))).toBe(false)
    expect(await named.evaluate(() => page.addPasskey('person-0004', '246810'))).toBe(true)
    expect(await named.evaluate(() => page.openWithPasskey('person-0004'))).toEqual({
      extractable: false,
      text: '守田叔',
    })
    expect(await named.evaluate(() => page.open('person-0004', '246810', 0))).toMatchObject({ ok: true })
    await named.evaluate(() => page.makeVault('person-0005', '246810'))
    expect(await named.evaluate(() => page.openWithPasskey('person-0005'))).toEqual({
      extractable: null,
      text: null,
    })
  })
})
