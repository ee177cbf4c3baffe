import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dayOf, instantOf } from '#domain/base/days.ts'
import { asId, type NeedId, type VisitId } from '#domain/base/ids.ts'
import type { Act } from '#sync/engine/act.ts'
import { newWorld } from '#sync/simulation/world.ts'
import { launchProfile, type Profile } from '#test/browser/browser.ts'
import { wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, tianJianguo, zhouMin } from '#test/builders/people.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import { layGround, type Ground } from '#test/device/ground.ts'
import { password, startSmallServer, type SmallServer } from '#test/device/server.ts'

declare const page: DevicePage

const pin = '246810'
const visit = asId<VisitId>('visit-0001')
const patience = { timeout: 20_000 }
const today = dayOf(instantOf(Date.now()))
const words = '门口那截路一下雨就走不出去'

const raise = (need = 'need-0001'): Act => ({
  village: gaoqiao,
  household: wangFamily,
  kind: 'need.raise',
  body: {
    need: asId<NeedId>(need),
    words,
    saidBy: '',
    quote: '',
    category: 'infrastructure',
    level: 'household',
    visit: null,
    heardOn: today,
  },
})

const record: Act = {
  village: gaoqiao,
  household: wangFamily,
  kind: 'visit.record',
  body: { visit, on: today, time: null, companions: [], outcome: { is: 'held' } },
  diary: '守田叔留我们喝了茶',
  draft: `diary/${visit}`,
}

let folder: string
let server: SmallServer
let ground: Ground
let phone: Profile

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-phone-'))
  server = startSmallServer(newWorld([zhouMin, tianJianguo], instantOf(Date.now())), {
    zhoumin: zhouMin,
    tianjianguo: tianJianguo,
  })
  ground = await layGround(resolve(import.meta.dirname, '../../../test/device/device-page.ts'), server.api)
  await start()
})

afterEach(async () => {
  await phone.context.close().catch(() => null)
  await ground.end()
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  phone = await launchProfile(folder)
  await load(phone.page)
}

async function load(tab: Page): Promise<void> {
  await tab.goto(ground.address)
  await tab.waitForFunction(() => 'page' in globalThis && page.session().is !== 'loading')
}

async function signIn(tab: Page, username = 'zhoumin'): Promise<void> {
  const answer = await tab.evaluate(([name, word]) => page.door.signIn(name, word), [
    username,
    password,
  ] as const)
  expect(answer).toEqual({ ok: true })
}

async function firstEvening(tab: Page): Promise<void> {
  await signIn(tab)
  expect(await tab.evaluate(() => page.session().is)).toBe('no-pin')
  expect(await tab.evaluate(pin => page.door.choosePin(pin), pin)).toEqual({ ok: true })
  await tab.waitForFunction(() => page.villages().length > 0)
}

const unlock = (tab: Page) => tab.evaluate(pin => page.door.unlock(pin), pin)
const write = (tab: Page, ...acts: readonly Act[]) => tab.evaluate(acts => page.write(acts), acts)
const needsIn = (tab: Page) =>
  tab.evaluate(() =>
    page.villages().flatMap(({ households }) => households.flatMap(({ needs }) => needs.map(n => n.id))),
  )
const until = (tab: Page, is: string) => tab.waitForFunction(is => page.truth().is === is, is)
const log = () => server.world.server.villages.get(gaoqiao)?.log ?? []

describe('a phone, from the first evening on', () => {
  test('[S2] [S3] what is written without a signal survives kill -9, and is received when the signal is back', async () => {
    await firstEvening(phone.page)
    await until(phone.page, 'received')
    server.up = false
    expect(await write(phone.page, raise())).toMatchObject({ ok: true })
    await phone.page.evaluate(() => page.syncNow())
    expect(await phone.page.evaluate(() => page.truth())).toMatchObject({ is: 'waiting', count: 1 })
    await phone.kill()
    await start()
    expect(await phone.page.evaluate(() => page.session())).toEqual({
      is: 'locked',
      id: zhouMin.id,
      name: zhouMin.name,
      waiting: 1,
      signInFirst: false,
      forgot: false,
      dropped: null,
      notRescued: 0,
      passkey: false,
      others: [],
    })
    expect(await unlock(phone.page)).toEqual({ ok: true })
    expect(await needsIn(phone.page)).toEqual(['need-0001'])
    expect(log()).toHaveLength(2)
    server.up = true
    await phone.page.evaluate(() => page.syncNow())
    await until(phone.page, 'received')
    expect(log().at(-1)?.change).toMatchObject({ kind: 'need.raise' })
  })

  test('[S3] a draft is on the disk within a second of typing, and goes with the act it becomes', async () => {
    await firstEvening(phone.page)
    await phone.page.evaluate(key => page.setDraft(key, '守田叔留我们喝了'), `diary/${visit}`)
    await wait(1000)
    await phone.kill()
    await start()
    await unlock(phone.page)
    const draft = () => phone.page.evaluate(key => page.draft(key), `diary/${visit}`)
    expect(await draft()).toEqual({ text: '守田叔留我们喝了', saved: 'saved' })
    // Typed on, and pressed before the last letters were saved.
    await phone.page.evaluate(key => page.setDraft(key, '守田叔留我们喝了茶'), `diary/${visit}`)
    expect(await write(phone.page, record)).toMatchObject({ ok: true })
    await wait(600)
    expect(await draft()).toEqual({ text: '', saved: 'saved' })
    await phone.kill()
    await start()
    await unlock(phone.page)
    expect((await draft()).text).toBe('')
    expect(await phone.page.evaluate(() => page.diaries())).toEqual({ [visit]: '守田叔留我们喝了茶' })
  })

  test('[S14] the files of a stolen phone hold no word of what was written, in whatever encoding', async () => {
    await firstEvening(phone.page)
    await write(phone.page, raise())
    await phone.page.evaluate(key => page.setDraft(key, 'shoutian said tea'), 'diary/visit-0002')
    await write(phone.page, record)
    await until(phone.page, 'received')
    await phone.page.evaluate(() => {
      localStorage.setItem('control', 'control-word 门口控制')
    })
    await wait(800)
    await phone.context.close()
    const files = await filesUnder(folder)
    const found = (word: string) =>
      files.some(bytes => encodings.some(as => bytes.includes(Buffer.from(word, as))))
    // The search can find what lies open: the person's own name on the lock screen, and a word put there for it.
    expect(found('control-word')).toBe(true)
    expect(found('门口控制')).toBe(true)
    expect(found(zhouMin.name)).toBe(true)
    for (const word of ['一下雨就走不出去', '喝了茶', 'shoutian said', '第1家', password])
      expect([word, found(word)]).toEqual([word, false])
  })

  test('[S21] a browser that is cleared under our feet: said at once, and nothing pretends to be saved', async () => {
    await firstEvening(phone.page)
    const disk = await phone.context.newCDPSession(phone.page)
    const origin = new URL(ground.address).origin
    await disk.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await phone.page.evaluate(key => page.setDraft(key, '守田叔留我们喝了茶'), `diary/${visit}`)
    expect(await write(phone.page, record)).toEqual({ ok: false, because: 'not-stored' })
    expect(await phone.page.evaluate(() => page.truth())).toEqual({ is: 'not-stored' })
    const draft = () => phone.page.evaluate(key => page.draft(key), `diary/${visit}`)
    await wait(600)
    expect(await draft()).toEqual({ text: '守田叔留我们喝了茶', saved: 'not-stored' })
    expect(log()).toHaveLength(2)
  })

  test('[S21] a browser that was cleared while the app was shut: said at the next start, with what was not sent', async () => {
    await firstEvening(phone.page)
    await until(phone.page, 'received')
    expect(await phone.page.evaluate(() => page.cleared())).toBeNull()
    server.up = false
    await write(phone.page, raise())
    await phone.page.evaluate(key => page.setDraft(key, '写了一半'), 'diary/visit-0002')
    await wait(800)
    await phone.page.goto('about:blank')
    const disk = await phone.context.newCDPSession(phone.page)
    const origin = new URL(ground.address).origin
    await disk.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await load(phone.page)
    expect(await phone.page.evaluate(() => page.session().is)).toBe('signed-out')
    expect(await phone.page.evaluate(() => page.cleared())).toEqual({ on: today, waiting: 1, drafts: 1 })
    // Said once: what comes after begins anew.
    await load(phone.page)
    expect(await phone.page.evaluate(() => page.cleared())).toBeNull()
  })

  test('[S20] a tab that comes to the front in the middle of a request takes over, and nothing is lost or doubled', async () => {
    await firstEvening(phone.page)
    await until(phone.page, 'received')
    for (let at = 0; at < 3; at++) {
      await write(phone.page, raise(`need-tabs-${at}`))
      const tab = await phone.context.newPage()
      await load(tab)
      await unlock(tab)
      await write(tab, raise(`need-tabs-other-${at}`))
      await tab.bringToFront()
      await phone.page.bringToFront()
      await tab.close()
    }
    await phone.page.evaluate(() => page.syncNow())
    await until(phone.page, 'received')
    const raisedNow = log().flatMap(({ change }) => (change.kind === 'need.raise' ? [change.body.need] : []))
    expect(new Set(raisedNow).size).toBe(6)
    expect(raisedNow).toHaveLength(6)
    expect(await needsIn(phone.page)).toHaveLength(6)
  })

  test('an expired session hinders neither reading nor writing; signing in again sends what waited', async () => {
    await firstEvening(phone.page)
    server.signedIn = null
    expect(await write(phone.page, raise())).toMatchObject({ ok: true })
    await phone.page.waitForFunction(() => {
      const truth = page.truth()
      return truth.is === 'waiting' && truth.signInAgain
    })
    expect(await needsIn(phone.page)).toEqual(['need-0001'])
    await signIn(phone.page)
    await until(phone.page, 'received')
    expect(log()).toHaveLength(3)
  })

  test('signing out is refused while something was not sent; after that nothing of theirs is left on the phone', async () => {
    await firstEvening(phone.page)
    server.up = false
    await write(phone.page, raise())
    expect(await phone.page.evaluate(() => page.door.signOut())).toEqual({
      ok: false,
      because: 'not-sent',
      count: 1,
    })
    server.up = true
    await phone.page.evaluate(() => page.syncNow())
    await until(phone.page, 'received')
    expect(await phone.page.evaluate(() => page.door.signOut())).toEqual({ ok: true })
    expect(await phone.page.evaluate(() => page.session())).toEqual({ is: 'signed-out', people: [] })
    // What stays belongs to nobody: who is here, and the shelf of sealed letters (decision 0019).
    expect(await phone.page.evaluate(() => page.databases())).toEqual(['sealed', 'wuxin'])
  })

  test('two people on one phone: each has a vault of their own, and neither sends the other’s changes', async () => {
    await firstEvening(phone.page)
    server.up = false
    await write(phone.page, raise())
    await phone.page.evaluate(() => page.door.lock())
    server.up = true
    await signIn(phone.page, 'tianjianguo')
    expect(await phone.page.evaluate(() => page.session().is)).toBe('no-pin')
    await phone.page.evaluate(() => page.door.choosePin('135790'))
    await until(phone.page, 'received')
    expect(log()).toHaveLength(2)
    await signIn(phone.page, 'zhoumin')
    expect(await phone.page.evaluate(() => page.session())).toMatchObject({ is: 'locked', waiting: 1 })
    await unlock(phone.page)
    await until(phone.page, 'received')
    expect(log().at(-1)?.author.name).toBe(zhouMin.name)
  })

  test('[S12] locking cuts a sync that is under way: nothing of one person goes out under the next one’s session', async () => {
    await firstEvening(phone.page)
    await until(phone.page, 'received')
    for (let at = 0; at < 3; at++) {
      let release = (): void => undefined
      server.held = new Promise(resolve => (release = resolve))
      server.arrived.length = 0
      server.cut.length = 0
      await write(phone.page, raise(`need-under-way-${at}`))
      await expect.poll(() => server.arrived.includes(zhouMin.id), patience).toBe(true)
      await phone.page.evaluate(() => page.door.lock())
      await expect.poll(() => server.cut, patience).toEqual([zhouMin.id])
      const arrivedWhenLocked = server.arrived.length
      server.signedIn = tianJianguo
      release()
      server.held = null
      await wait(300)
      expect(server.arrived.slice(arrivedWhenLocked)).toEqual([])
      expect(log()).toHaveLength(2 + at)
      server.signedIn = zhouMin
      await unlock(phone.page)
      await until(phone.page, 'received')
      expect(log()).toHaveLength(3 + at)
    }
  })

  test('[S12] a session of somebody else takes no change of this person, in however many tries', async () => {
    await firstEvening(phone.page)
    await until(phone.page, 'received')
    server.signedIn = tianJianguo
    await write(phone.page, raise())
    for (let at = 0; at < 3; at++) await phone.page.evaluate(() => page.syncNow())
    expect(log()).toHaveLength(2)
    expect(await phone.page.evaluate(() => page.truth())).toMatchObject({ is: 'waiting', signInAgain: true })
    server.signedIn = zhouMin
    await phone.page.evaluate(() => page.syncNow())
    await until(phone.page, 'received')
    expect(log().at(-1)?.author.name).toBe(zhouMin.name)
  })

  test('[S20] of several tabs one syncs, and all show the same', async () => {
    await firstEvening(phone.page)
    const second = await phone.context.newPage()
    await load(second)
    await unlock(second)
    await write(phone.page, raise('need-0001'))
    await write(second, raise('need-0002'))
    for (const tab of [phone.page, second]) {
      await tab.waitForFunction(() => page.villages()[0]?.households.some(({ needs }) => needs.length === 2))
      await until(tab, 'received')
    }
    expect(log().map(({ change }) => change.kind)).toEqual([
      'household.register',
      'household.register',
      'need.raise',
      'need.raise',
    ])
    await second.evaluate(() => page.door.signOut())
    await phone.page.waitForFunction(() => page.session().is === 'signed-out')
  })

  test('a wrong password, and a server that cannot be reached, are said and change nothing', async () => {
    const tryIn = (word: string) => phone.page.evaluate(word => page.door.signIn('zhoumin', word), word)
    expect(await tryIn('wrong-word')).toEqual({ ok: false, because: 'wrong-password' })
    server.up = false
    expect(await tryIn(password)).toEqual({ ok: false, because: 'no-signal' })
    expect(await phone.page.evaluate(() => page.session())).toEqual({ is: 'signed-out', people: [] })
  })
})

const encodings = ['utf8', 'utf16le'] as const

async function filesUnder(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Promise.all(files.map(file => readFile(join(file.parentPath, file.name))))
}
