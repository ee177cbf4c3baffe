import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
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
const wrong = '975310'
const draftKey = 'diary/visit-0009'
const story = '守田叔留我们喝了茶'
const today = dayOf(instantOf(Date.now()))

const raise = (need: string, words = '门口那截路一下雨就走不出去'): Act => ({
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
  body: {
    visit: asId<VisitId>('visit-0001'),
    on: today,
    time: null,
    companions: [],
    outcome: { is: 'held' },
  },
  diary: story,
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

const signIn = (username = 'zhoumin') =>
  phone.page.evaluate(([name, word]) => page.door.signIn(name, word), [username, password] as const)
const choosePin = (digits = pin) => phone.page.evaluate(digits => page.door.choosePin(digits), digits)
const unlock = (digits = pin) => phone.page.evaluate(digits => page.door.unlock(digits), digits)
const session = () => phone.page.evaluate(() => page.session())
const write = (...acts: readonly Act[]) => phone.page.evaluate(acts => page.write(acts), acts)
const until = (is: string) => phone.page.waitForFunction(is => page.truth().is === is, is)
const untilAskedAgain = async (is: string) => {
  await phone.page.evaluate(() => page.syncNow())
  await phone.page.waitForFunction(is => {
    const truth = page.truth()
    return truth.is === is && 'signInAgain' in truth && truth.signInAgain
  }, is)
}
const lock = () => phone.page.evaluate(() => page.door.lock())
const kindsLogged = () =>
  (server.world.server.villages.get(gaoqiao)?.log ?? []).map(({ change }) => change.kind)
const draftText = () => phone.page.evaluate(key => page.draft(key).text, draftKey)
const rescueFile = async () =>
  (await phone.page.evaluate(() => page.door.rescueFile())) ?? { name: '', text: '', count: 0 }
const handIn = (text: string) => phone.page.evaluate(text => page.door.handInFile(text), text)

async function firstEvening(username = 'zhoumin', digits = pin): Promise<void> {
  expect(await signIn(username)).toEqual({ ok: true })
  expect(await choosePin(digits)).toEqual({ ok: true })
  await until('received')
}

/** Two changes and a draft, written without a signal. */
async function writeOffline(): Promise<void> {
  server.up = false
  expect(await write(raise('need-0001'), record)).toMatchObject({ ok: true })
  await phone.page.evaluate(([key, text]) => page.setDraft(key, text), [draftKey, '写到一半'] as const)
  await phone.page.waitForFunction(key => page.draft(key).saved === 'saved', draftKey)
}

/** Ten wrong tries; the waits between them are let go by on the phone's clock. */
async function mistakeTen(): Promise<void> {
  for (let tries = 1; tries <= 10; tries++) {
    await phone.page.evaluate(hours => {
      const real = Date.now.bind(Date)
      const from = real()
      Date.now = () => from + hours * 3_600_000
    }, 1)
    await unlock(wrong)
  }
}

const recordsIn = (shelf: string) =>
  phone.page.evaluate(async shelf => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const counts = names
      .filter(name => name.startsWith('wuxin-'))
      .map(
        name =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open(name)
            opening.addEventListener('error', () => reject(new Error('not opened')))
            opening.addEventListener('success', () => {
              const db = opening.result
              const counting = db.transaction(shelf).objectStore(shelf).count()
              counting.addEventListener('success', () => {
                db.close()
                resolve(counting.result)
              })
            })
          }),
      )
    return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0)
  }, shelf)

describe('ten wrong tries', () => {
  test('[S5] drop the key, keep the unsent sealed, and it arrives with the next sign-in', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    await mistakeTen()
    expect(await session()).toMatchObject({
      is: 'locked',
      signInFirst: true,
      waiting: 2,
      dropped: { changes: 2, drafts: 1 },
    })
    for (const shelf of ['vault', 'outbox', 'drafts', 'bases', 'villages', 'device'])
      expect([shelf, await recordsIn(shelf)]).toEqual([shelf, 0])
    expect(await recordsIn('rescue')).toBe(3)
    // Without a signal nothing moves and nothing is lost.
    expect(await signIn()).toEqual({ ok: false, because: 'no-signal' })
    await phone.kill()
    await start()
    expect(await session()).toMatchObject({ is: 'locked', dropped: { changes: 2, drafts: 1 } })
    server.up = true
    expect(await signIn()).toEqual({ ok: true })
    expect(await session()).toMatchObject({ is: 'no-pin', rescue: { received: 2, refused: 0, drafts: 1 } })
    expect(kindsLogged().slice(-2)).toEqual(['need.raise', 'visit.record'])
    expect(await choosePin('135790')).toEqual({ ok: true })
    await until('received')
    expect(await draftText()).toBe('写到一半')
    expect(await recordsIn('rescue')).toBe(1)
  })

  test('[S5] what the server refuses comes back for review, with its story', async () => {
    await firstEvening()
    server.up = false
    const again = { ...raise('need-0001'), household: wangFamily }
    await write(again)
    const world = server.world.actors
    await lock()
    await mistakeTen()
    server.up = true
    // The task has ended before anything of it could have happened.
    const none = { ...zhouMin, grants: [] }
    Object.assign(server.world, { actors: new Map([...world, [zhouMin.id, none]]) })
    server.people['zhoumin'] = none
    expect(await signIn()).toEqual({ ok: true })
    expect(await session()).toMatchObject({ is: 'no-pin', rescue: { received: 0, refused: 1 } })
    await choosePin()
    expect(await phone.page.evaluate(() => page.reviews().map(({ change }) => change.kind))).toEqual([
      'need.raise',
    ])
  })

  test('[S1] a rescue that was cut before the new PIN is handed in again and applied once', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    await mistakeTen()
    server.up = true
    await signIn()
    const logged = kindsLogged()
    await phone.kill()
    await start()
    expect(await session()).toMatchObject({ is: 'locked', dropped: { changes: 2, drafts: 1 } })
    await signIn()
    expect(kindsLogged()).toEqual(logged)
    await choosePin()
    await until('received')
    expect(await draftText()).toBe('写到一半')
  })

  test('of one person do not touch the others on this phone', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    server.up = true
    await firstEvening('tianjianguo', '135790')
    server.up = false
    await write(raise('need-0002'))
    await lock()
    await mistakeTen()
    expect(await session()).toMatchObject({
      name: tianJianguo.name,
      dropped: { changes: 1 },
      others: [{ id: zhouMin.id, name: zhouMin.name, waiting: 2 }],
    })
    await phone.page.evaluate(id => page.door.choosePerson(id), zhouMin.id)
    expect(await session()).toMatchObject({
      name: zhouMin.name,
      waiting: 2,
      signInFirst: false,
      dropped: null,
    })
    expect(await unlock()).toEqual({ ok: true })
    expect(await draftText()).toBe('写到一半')
  })
})

describe('a forgotten PIN', () => {
  test('[S5] costs nothing: the password, what waited is handed in, and new digits', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    await phone.page.evaluate(() => page.door.forgotPin())
    expect(await session()).toMatchObject({ signInFirst: true, forgot: true, waiting: 2, dropped: null })
    expect(await signIn()).toEqual({ ok: false, because: 'no-signal' })
    server.up = true
    expect(await signIn()).toEqual({ ok: true })
    expect(await session()).toMatchObject({ is: 'no-pin', rescue: { received: 2, drafts: 1 } })
    await choosePin('135790')
    await until('received')
    expect(await draftText()).toBe('写到一半')
    await lock()
    expect(await unlock()).toMatchObject({ ok: false })
    expect(await unlock('135790')).toEqual({ ok: true })
  })

  test('[S5] where the server cannot open it nothing goes until the person says so', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    await phone.page.evaluate(() => page.door.forgotPin())
    server.up = true
    server.keyLost = true
    expect(await signIn()).toEqual({ ok: true })
    expect(await session()).toMatchObject({ is: 'locked', notRescued: 3 })
    expect((await rescueFile()).count).toBe(3)
    // The digits may come back to mind.
    await phone.page.evaluate(id => page.door.choosePerson(id), zhouMin.id)
    expect(await unlock()).toEqual({ ok: true })
    expect(await draftText()).toBe('写到一半')
    await until('received')
    await lock()
    await phone.page.evaluate(() => page.door.forgotPin())
    await signIn()
    expect(await phone.page.evaluate(() => page.door.beginAnewLosingUnsent())).toEqual({ ok: true })
    await choosePin()
    await until('received')
    expect(await draftText()).toBe('')
  })

  test('a PIN that is remembered in time: back to the digits, nothing moved', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    await phone.page.evaluate(() => page.door.forgotPin())
    await phone.page.evaluate(id => page.door.choosePerson(id), zhouMin.id)
    expect(await unlock()).toEqual({ ok: true })
    expect(await draftText()).toBe('写到一半')
  })
})

describe('a rescue file', () => {
  test('[S21] is handed in on any phone of the same person, applied once; others are refused in words', async () => {
    await firstEvening()
    await writeOffline()
    const file = await rescueFile()
    expect(file.count).toBe(3)
    expect(file.name).toMatch(/^wuxin-rescue-\d{4}-\d\d-\d\d\.json$/)
    for (const word of [zhouMin.name, story, '写到一半', '王守田', zhouMin.id])
      expect([word, file.text.includes(word)]).toEqual([word, false])
    await phone.context.close()
    // Another phone: nothing of this person lies there.
    await rm(folder, { recursive: true, force: true })
    folder = await mkdtemp(join(tmpdir(), 'wuxin-phone-'))
    await start()
    server.up = true
    await firstEvening('tianjianguo', '135790')
    expect(await handIn(file.text)).toEqual({ ok: false, because: 'of-another' })
    await lock()
    await phone.page.evaluate(() => page.door.signInAsAnother())
    await firstEvening()
    expect(await handIn(file.text.slice(0, -40))).toEqual({ ok: false, because: 'cut' })
    expect(await handIn(file.text.replace('outbox/', 'outbox/1'))).toEqual({ ok: false, because: 'edited' })
    expect(await handIn('姓名,电话')).toEqual({ ok: false, because: 'foreign' })
    expect(kindsLogged()).not.toContain('visit.record')
    const rescue = { received: 2, refused: 0, drafts: 1, otherDrafts: 0, ofAnother: 0, unreadable: 0 }
    expect(await handIn(file.text)).toEqual({ ok: true, rescue })
    expect(await draftText()).toBe('写到一半')
    const logged = kindsLogged()
    expect(await handIn(file.text)).toMatchObject({ ok: true })
    expect(kindsLogged()).toEqual(logged)
    expect(logged.filter(kind => kind === 'visit.record')).toHaveLength(1)
  })

  test('[S21] is made from memory where the disk refuses', async () => {
    await firstEvening()
    const disk = await phone.context.newCDPSession(phone.page)
    const { origin } = new URL(ground.address)
    await disk.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await phone.page.evaluate(([key, text]) => page.setDraft(key, text), [draftKey, '写到一半'] as const)
    await phone.page.waitForFunction(key => page.draft(key).saved === 'not-stored', draftKey)
    expect((await rescueFile()).count).toBe(1)
  })
})

describe('locking by itself', () => {
  test('[S3] after five minutes without a touch the key is forgotten, and the draft of that moment is there', async () => {
    await firstEvening()
    await phone.page.clock.install()
    await load(phone.page)
    await unlock()
    await phone.page.evaluate(([key, text]) => page.setDraft(key, text), [draftKey, '最后一个字'] as const)
    await phone.page.clock.runFor(4 * 60_000)
    expect(await session()).toMatchObject({ is: 'open' })
    await phone.page.mouse.click(100, 100)
    await phone.page.clock.runFor(4 * 60_000)
    expect(await session()).toMatchObject({ is: 'open' })
    await phone.page.clock.runFor(2 * 60_000)
    await phone.page.waitForFunction(() => page.session().is === 'locked')
    await unlock()
    expect(await draftText()).toBe('最后一个字')
  })

  test('the minutes are the person’s choice, and the conversation card in front stays open', async () => {
    await firstEvening()
    await phone.page.clock.install()
    await load(phone.page)
    await phone.page.evaluate(() => localStorage.setItem('wuxin.settings', JSON.stringify({ lockAfter: 1 })))
    await unlock()
    await phone.page.evaluate(() => history.replaceState(null, '', '/families/household-wang/talk'))
    await phone.page.clock.runFor(30 * 60_000)
    expect(await session()).toMatchObject({ is: 'open' })
    // Put away, it locks as everywhere.
    await phone.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await phone.page.clock.runFor(70_000)
    await phone.page.waitForFunction(() => page.session().is === 'locked')
  })
})

describe('several people, days without a signal, a stopped device', () => {
  test('each sees and sends their own; the lock screen counts what waits of each', async () => {
    await firstEvening()
    await writeOffline()
    await lock()
    server.up = true
    await phone.page.evaluate(() => page.door.signInAsAnother())
    expect(await session()).toEqual({
      is: 'signed-out',
      people: [{ id: zhouMin.id, name: zhouMin.name, waiting: 2 }],
    })
    await firstEvening('tianjianguo', '135790')
    expect(kindsLogged()).toHaveLength(2)
    expect(await draftText()).toBe('')
    await lock()
    await phone.page.evaluate(id => page.door.choosePerson(id), zhouMin.id)
    expect(await session()).toMatchObject({ others: [{ name: tianJianguo.name, waiting: 0 }] })
    expect(await unlock('135790')).toMatchObject({ ok: false, because: 'wrong-pin' })
    expect(await unlock()).toEqual({ ok: true })
    // The session of the browser is the other's: nothing is sent in their name, and the password is asked for.
    await untilAskedAgain('waiting')
    await signIn()
    await until('received')
    expect(kindsLogged()).toHaveLength(4)
  })

  test('after days without a signal, and a session that ran out, reading and writing go on; signing in sends all', async () => {
    await firstEvening()
    server.up = false
    server.signedIn = null
    for (const need of ['need-0001', 'need-0002', 'need-0003']) {
      await phone.kill()
      await start()
      expect(await unlock()).toEqual({ ok: true })
      expect(await write(raise(need))).toMatchObject({ ok: true })
    }
    server.up = true
    await untilAskedAgain('waiting')
    expect(await signIn()).toEqual({ ok: true })
    await until('received')
    expect(kindsLogged().filter(kind => kind === 'need.raise')).toHaveLength(3)
  })

  test('a session that ran out asks for the password also where nothing waits', async () => {
    await firstEvening()
    server.signedIn = null
    await untilAskedAgain('offline-empty')
  })

  test('a stopped device takes away everything of its person, what lay sealed as well, and says so', async () => {
    await firstEvening()
    await writeOffline()
    server.up = true
    server.stopped = true
    await phone.page.evaluate(() => page.syncNow())
    await phone.page.waitForFunction(() => page.session().is === 'revoked')
    expect(await session()).toEqual({ is: 'revoked', name: zhouMin.name })
    // What stays belongs to nobody: who is here, and the shelf of sealed letters (decision 0019).
    expect(await phone.page.evaluate(() => page.databases())).toEqual(['sealed', 'wuxin'])
    await load(phone.page)
    expect(await session()).toEqual({ is: 'signed-out', people: [] })
  })
})
