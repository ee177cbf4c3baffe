import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newPhone } from '../browser/browser.ts'
import { beginToCount, countEffort, effortOn, seconds, type Effort } from './effort.ts'
import { openPhone, openStage, setClock, type Language, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

const story =
  '守田叔在院坝劈柴，桂香婶非要倒杯黄酒，喝了半杯。他说「晓得了，有个准信就行」。屋后的水沟堵了，一下雨就往灶屋里灌。我说下周三前把人请来看。' +
  '灶屋的灯泡老闪，老田当场换了一个新的。'
const normal = { seconds: 120, fields: 3 }

/* How much it takes to record a visit, from the tap that opens the diary to "saved". Taps, fields and letters are counted; the time is a model. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'a normal visit, recorded in $language',
  ({ language }) => {
    const words = wordsOf(language)
    let stage: Stage
    let browser: Browser
    let page: Page
    beforeAll(async () => {
      stage = await openStage()
      // The evening of the visits themselves.
      stage.letPass(24 * 3_600_000)
      browser = await launchBrowser({ microphone: 'beeps' })
      const phone = await newPhone(browser, { language })
      page = phone.page
      await setClock(phone.context, stage.clock())
      await countEffort(phone.context)
      await openPhone(page, stage.server.address, 'zhoumin')
      await page.getByText(words.sync.received).first().waitFor()
    })
    afterAll(async () => {
      await browser.close()
      await stage.end()
    })

    /** From the family's conversation card into its diary; the tap that opens it counts. */
    async function openDiary(family: string): Promise<void> {
      await page.getByRole('link', { name: words.base.tabs.families }).click()
      await page
        .getByRole('link', { name: new RegExp(family) })
        .first()
        .click()
      await page
        .getByRole('link', { name: new RegExp(`${words.brief.takeAlong}|${words.brief.start}`) })
        .click()
      await page.getByText(words.talk.open, { exact: true }).waitFor()
      await beginToCount(page)
      await page.getByText(words.diary.onWay).click()
      await page.getByRole('textbox').waitFor()
    }

    async function saved(): Promise<Effort> {
      await page.getByText(words.diary.savedName).first().waitFor()
      const effort = await effortOn(page)
      await page.getByRole('link', { name: words.diary.shut }).click()
      return effort
    }

    test('[H8] dictated and read, with two needs and a promise: within two minutes and three fields', async () => {
      await openDiary('王守田')
      expect(
        await page.locator('input, textarea, select').filter({ visible: true }).count(),
      ).toBeLessThanOrEqual(normal.fields)
      // As the keyboard's own dictation brings it.
      await page.keyboard.insertText(story)
      await page.getByRole('button', { name: words.diary.readIt }).click()
      const proposals = page.locator('.finds > li')
      await proposals.first().waitFor()
      const seen = await proposals.count()
      for (const kind of ['need', 'done-there', 'promise'] as const)
        await proposals
          .filter({ hasText: words.reading.kinds[kind] })
          .first()
          .getByRole('button')
          .first()
          .click()
      const keep = new RegExp(`${words.reading.keepAll}|${words.reading.keepRest}`)
      await page.getByRole('button', { name: keep }).click()
      const effort = await saved()
      const around = effort.taps * seconds.tap + seen * seconds.proposal
      const dictated = around + effort.letters * seconds.letterDictated
      expect(effort).toEqual({ taps: 6, fields: 1, letters: story.length })
      expect(dictated).toBeLessThanOrEqual(normal.seconds)
      await expectInGuide('dictated', effort, dictated)
      await expectInGuide('typed', effort, around + effort.letters * seconds.letterTyped)
    })

    test('[H8] spoken as a voice note of a minute: within two minutes, and no field at all', async () => {
      await openDiary('赵春梅')
      await page.getByRole('button', { name: words.diary.record }).click()
      await page.getByRole('button', { name: words.voice.begin }).click()
      await page.getByText(words.voice.clock(2), { exact: true }).waitFor()
      await page.getByRole('button', { name: words.voice.stop }).click()
      await page.getByRole('button', { name: words.voice.keepVoice }).click()
      const effort = await saved()
      const spoken = effort.taps * seconds.tap + 60
      expect(effort).toEqual({ taps: 5, fields: 0, letters: 0 })
      expect(spoken).toBeLessThanOrEqual(normal.seconds)
      await expectInGuide('spoken', effort, spoken)
    })

    test('[H11] a visit that found nothing takes one tap in the diary', async () => {
      await openDiary('付远志')
      await page.getByRole('button', { name: words.diary.justSat }).click()
      const effort = await saved()
      expect(effort).toEqual({ taps: 2, fields: 0, letters: 0 })
      await expectInGuide('nothing', effort, effort.taps * seconds.tap)
    })

    /** The guide says these numbers, and no others. */
    async function expectInGuide(way: keyof typeof rows, effort: Effort, time: number): Promise<void> {
      const { file, name } = rows[way][language]
      const guide = await readFile(join(import.meta.dirname, '../../docs/guide', file), 'utf8')
      const row = `| ${name} | ${effort.taps} | ${effort.fields} | ${effort.letters} | ${Math.round(time)} |`
      const counted = guide
        .replaceAll(/ +/g, ' ')
        .split('\n')
        .filter(line => line.startsWith('| '))
      expect(counted).toContain(row)
    }
  },
)

const zh = 'README.zh-CN.md'
const en = 'README.md'
const rows = {
  dictated: { 'zh-CN': { file: zh, name: '口述，读一读' }, en: { file: en, name: 'dictated, read' } },
  typed: {
    'zh-CN': { file: zh, name: '同样的话，拼音打字' },
    en: { file: en, name: 'the same, typed in pinyin' },
  },
  spoken: { 'zh-CN': { file: zh, name: '录音一分钟' }, en: { file: en, name: 'a voice note of a minute' } },
  nothing: {
    'zh-CN': { file: zh, name: '没什么事，就是坐坐' },
    en: { file: en, name: 'nothing found, we just sat' },
  },
} as const satisfies Record<string, Record<Language, { readonly file: string; readonly name: string }>>
