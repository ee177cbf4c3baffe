import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '#sync/engine/act.ts'
import { launchProfile, type Profile } from '#test/browser/browser.ts'
import type { DevicePage } from '#test/device/device-page.ts'
import { between, chanceFrom } from './chance.ts'
import { enter, logOf, openVillage, shownBy, storyOf, untilReceived, visit, type Village } from './village.ts'

declare const page: DevicePage

let folder: string
let village: Village
let phone: Profile
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-killed-'))
  village = await openVillage()
})
afterEach(async () => {
  await phone.context.close().catch(() => null)
  await village.end()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What the screen has called kept, heard while the page still lived. */
type Called = { draft: string; readonly visits: Set<string> }
const called: Called = { draft: '', visits: new Set() }

async function open(): Promise<void> {
  phone = await launchProfile(folder)
  await phone.page.exposeFunction('callDraftKept', (text: string) => {
    called.draft = text
  })
  await phone.page.exposeFunction('callVisitKept', (name: string) => {
    called.visits.add(name)
  })
}

declare const callDraftKept: (text: string) => void
declare const callVisitKept: (name: string) => void

/** Types without end, with a rest after some letters; tells each text that the screen calls saved. */
const type = (already: string) =>
  phone.page.evaluate(async text => {
    for (let typed = text; ; typed += '茶') {
      page.setDraft('diary/visit-being-written', typed)
      await new Promise(resolve => setTimeout(resolve, 25))
      if (typed.length % 6 === 0)
        while (page.draft('diary/visit-being-written').saved !== 'saved')
          await new Promise(resolve => setTimeout(resolve, 25))
      const seen = page.draft('diary/visit-being-written')
      if (seen.saved === 'saved' && seen.text !== '') callDraftKept(seen.text)
    }
  }, already)

/** Saves visit after visit and asks for a sync after each; tells each that was called kept. */
const save = (acts: readonly (readonly [string, Act])[]) =>
  phone.page.evaluate(async acts => {
    for (const [name, act] of acts) {
      const { ok } = await page.write([act])
      if (ok) callVisitKept(name)
      void page.syncNow()
    }
  }, acts)

test('[S1] [S2] [S3] killed ten times: in the first sync, while typing, while saving, while the server’s word comes in', async () => {
  const chance = chanceFrom(11)
  // The first evening, cut in its middle twice.
  for (let kill = 0; kill < 2; kill++) {
    await open()
    const entering = enter(phone.page, village).catch(() => null)
    await phone.page.waitForFunction(() => 'page' in globalThis && page.session().is !== 'loading')
    await wait(between(chance, 100, 1_500))
    await phone.kill()
    await entering
  }
  let typed = ''
  for (let kill = 0; kill < 8; kill++) {
    await open()
    await enter(phone.page, village)
    typed = await checkKept(typed)
    // In every second life the server is away, and what is saved waits.
    village.up = kill % 2 === 1
    const names = Array.from({ length: 60 }, (_, at) => [`visit-${kill}-${at}`, at] as const)
    const dying = Promise.allSettled([
      type(typed),
      save(names.map(([name, at]) => [name, visit(name, at)] as const)),
    ])
    await wait(between(chance, 200, 1_800))
    // On a slow machine nothing may have been called kept so far; the last life is long enough for some.
    if (kill === 7) await untilSomeAreKept()
    await phone.kill()
    await dying
    village.up = true
  }
  await open()
  await enter(phone.page, village)
  await checkKept(typed)
  await untilReceived(phone.page)
  const shown = await shownBy(phone.page)
  expect(shown.toSorted()).toEqual((await logOf(village)).toSorted())
  expect(new Set(shown).size).toBe(shown.length)
  expect(called.visits.size).toBeGreaterThan(20)
  expect(called.draft.length).toBeGreaterThan(5)
}, 180_000)

async function untilSomeAreKept(): Promise<void> {
  await expect.poll(() => called.visits.size > 20 && called.draft.length > 5, { timeout: 60_000 }).toBe(true)
}

/** All that was ever called kept is on the screen, once, with its story; gives what of the draft is there. */
async function checkKept(typed: string): Promise<string> {
  const shown = await shownBy(phone.page)
  expect(new Set(shown).size).toBe(shown.length)
  expect([...called.visits].filter(name => !shown.includes(name))).toEqual([])
  const stories = await phone.page.evaluate(() => Object.values<string>(page.diaries()))
  expect([...called.visits].map(storyOf).filter(story => !stories.includes(story))).toEqual([])
  const draft = await phone.page.evaluate(() => page.draft('diary/visit-being-written'))
  expect(draft.text.startsWith(called.draft)).toBe(true)
  expect(draft.text.length).toBeGreaterThanOrEqual(typed.length)
  return draft.text
}
