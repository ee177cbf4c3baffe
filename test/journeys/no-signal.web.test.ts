import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchProfile, type Profile } from '../browser/browser.ts'
import { openPhone, openStage, picture, setClock, typePin, type Language, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

const story = `守田叔在院坝劈柴，桂香婶非要倒杯黄酒，喝了半杯。先把镇里的话讲了，路排在下半年，先铺砂石。他说「晓得了，有个准信就行」。
二楼还是上不去水，水管员没来过。我说下周三前把他请来。
屋后的水沟堵了，一下雨就往灶屋里灌。
灶屋的灯泡老闪，老田当场换了一个新的。`
const half = story.slice(0, 60)

/* Journeys 3 and 4: at the table and on the way home, without signal; the phone dies, comes back, and nothing is lost. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'a visit without signal, in $language',
  ({ language }) => {
    const words = wordsOf(language)
    let stage: Stage
    let folder: string
    let phone: Profile
    beforeAll(async () => {
      stage = await openStage()
      folder = await mkdtemp(join(tmpdir(), 'wuxin-journey-'))
    })
    afterAll(async () => {
      await phone.context.close()
      await stage.end()
      await rm(folder, { recursive: true, force: true })
    })

    const changesKept = async () => {
      const { db } = stage.server.context
      const rows = await db
        .selectFrom('changes')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return rows.count
    }

    test('[H7] at the table: a card to glance at, and nothing to fill in', async () => {
      phone = await launchProfile(folder, { language, microphone: 'beeps' })
      await setClock(phone.context, stage.clock())
      await openPhone(phone.page, stage.server.address, 'zhoumin')
      await phone.page.getByText(words.sync.received).first().waitFor()
      await phone.page.evaluate(() => navigator.serviceWorker.ready)
      // Put away for the night, taken out again where there is no signal.
      await phone.context.close()
      await takeOut()

      const { page } = phone
      await page
        .getByRole('link', { name: /王守田/ })
        .first()
        .click()
      await page.getByRole('link', { name: words.brief.takeAlong }).click()
      await page.getByText(words.talk.open, { exact: true }).waitFor()
      expect(await page.locator('input, textarea, select, [contenteditable=true]').count()).toBe(0)
      await picture(page, language, '3-at-the-table')
      await page.getByText(words.talk.darker).click()
      await picture(page, language, '3-in-a-dim-room')
      await page.getByText(words.talk.lighter).click()
    })

    test('[S3] on the way home: the phone dies in the middle of the diary, and every word saved is there again', async () => {
      const { page } = phone
      stage.letPass(24 * 3_600_000)
      await page.clock.fastForward('24:00:00')
      // A day away from the hand: it has locked itself.
      await page.locator('.keys').waitFor()
      await typePin(page)
      await page.getByText(words.talk.open, { exact: true }).waitFor()
      await page.getByText(words.diary.onWay).click()
      await page.getByRole('textbox').fill(half)
      await page.getByText(words.diary.justSaved).waitFor()
      await phone.kill()

      await takeOut()
      await phone.page
        .getByText(words.today.unfinishedDiary(familyIn(language)))
        .first()
        .click()
      expect(await phone.page.getByRole('textbox').inputValue()).toBe(half)
    })

    test('[H8] [H9] [H11] [H14] the story is read: needs, one of them done there and then, and a promise with its day; then the mirror', async () => {
      const { page } = phone
      await page.getByRole('textbox').fill(story)
      await page.getByText(words.diary.justSaved).waitFor()
      await picture(page, language, '4-diary')
      await speakBeside(page)
      await page.getByRole('button', { name: words.diary.readIt }).click()
      await page.locator('.finds > li').first().waitFor()
      await picture(page, language, '4-reading')
      const proposed = await page.locator('.finds > li').allTextContents()
      const ofKind = (kind: string) => proposed.filter(text => text.includes(kind)).length
      expect(ofKind(words.reading.kinds.need)).toBeGreaterThanOrEqual(1)
      expect(ofKind(words.reading.kinds['done-there'])).toBe(1)
      expect(ofKind(words.reading.kinds.promise)).toBe(1)
      for (const kind of [
        words.reading.kinds.need,
        words.reading.kinds['done-there'],
        words.reading.kinds.promise,
      ]) {
        const finding = page.locator('.finds > li', { hasText: kind }).first()
        await finding.getByRole('button').first().click()
      }
      await page.waitForTimeout(300)
      await picture(page, language, '4-reading-taken')
      const keep = new RegExp(`${words.reading.keepAll}|${words.reading.keepRest}`)
      const before = await changesKept()
      await page.getByRole('button', { name: keep }).click()
      await page.getByText(words.diary.savedName).first().waitFor()
      await page.getByRole('heading', { name: words.diary.mirror }).waitFor()
      expect(await page.locator('.mirror > *').count()).toBeGreaterThan(0)
      await picture(page, language, '4-saved')
      expect(await changesKept()).toBe(before)
      await page.getByRole('link', { name: words.diary.shut }).click()
      await page.getByText(words.sync.received).waitFor({ state: 'hidden' })
      await picture(page, language, '4-waiting')
    })

    test('[S3] the phone dies once more before there is a signal: what was saved waits there still', async () => {
      await phone.kill()
      await takeOut()
      const { page } = phone
      await page.getByText(words.sync.received).waitFor({ state: 'hidden' })
    })

    test('[S2] with the signal back it is received, and only then does the screen say so', async () => {
      const { page } = phone
      await phone.context.setOffline(false)
      await page.getByText(words.sync.received).first().waitFor()
      await picture(page, language, '4-received')
      const { db } = stage.server.context
      const { state } = await db
        .selectFrom('households')
        .select('state')
        .where('household_id', '=', 'demo-family-wang')
        .executeTakeFirstOrThrow()
      expect(state.visits.at(-1)?.outcome.is ?? '').toBe('held')
      expect(state.needs.some(need => need.stage.is === 'solved' && need.stage.way === 'on-the-spot')).toBe(
        true,
      )
      expect(
        state.needs.some(
          need => need.quote !== '' && story.includes(need.quote) && need.stage.is === 'heard',
        ),
      ).toBe(true)
      expect(state.promises.some(promised => promised.dueOn === '2026-04-22')).toBe(true)
      const diaries = await db
        .selectFrom('diaries')
        .select('story')
        .where('household_id', '=', 'demo-family-wang')
        .execute()
      expect(diaries.map(diary => diary.story)).toContain(story)
      // What was spoken beside it came behind it, in sealed pieces.
      const pieces = await db.selectFrom('voice_pieces').select('sealed').execute()
      expect(pieces.length).toBeGreaterThan(1)
    })

    /** A few seconds in the visitor's own words, beside what is written. */
    async function speakBeside(page: Page) {
      await page.getByRole('button', { name: words.diary.record }).click()
      await page.locator('.voice .own-words', { hasText: words.voice.ownWords }).waitFor()
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
      await picture(page, language, '4-voice')
      await page.getByRole('button', { name: words.voice.begin }).click()
      await page.getByText(words.voice.clock(2), { exact: true }).waitFor()
      await page.getByRole('button', { name: words.voice.stop }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.locator('.voices li').waitFor()
      await picture(page, language, '4-diary-voice')
    }

    /** The phone out of the pocket, without signal: opened by its PIN. */
    async function takeOut() {
      phone = await launchProfile(folder, { language, microphone: 'beeps' })
      await setClock(phone.context, stage.clock())
      await phone.context.setOffline(true)
      await phone.page.goto(stage.server.address)
      await typePin(phone.page)
      await phone.page.locator('.keys').waitFor({ state: 'detached' })
    }

    const familyIn = (one: Language) => (one === 'en' ? '王守田' : '王守田家')
  },
)
