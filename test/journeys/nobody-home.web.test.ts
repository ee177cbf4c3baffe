import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { openStage, picture, typePin, type Language, type Stage } from './stage.ts'
import { wordsOf } from './words.ts'

/** The day after the evening of the journeys. */
const visited = asDay('2026-04-17')

/* After journey 2: at one door nobody is home, another family would rather have them later, a third is met on the road. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'a visit that was not held, in $language',
  ({ language }) => {
    let stage: Stage
    let page: Page
    beforeAll(async () => {
      stage = await openStage()
      page = await stage.phone('zhoumin', { language })
      await page.getByText('王守田').first().waitFor()
      stage.letPass(24 * 3_600_000)
      await page.clock.fastForward('24:00:00')
      await page.locator('.keys').waitFor()
      await typePin(page)
      await page.getByText(words.today.goToday(3)).waitFor()
    })
    afterAll(() => stage.end())

    const words = wordsOf(language)
    const atTheDoor = async (family: string) => {
      await page
        .getByRole('link', { name: new RegExp(family) })
        .first()
        .click()
      await page.getByRole('link', { name: words.brief.writeDiary }).click()
      await page.getByRole('button', { name: words.diary.notHeld }).click()
      await page.getByText(words.diary.notHeldHeading).waitFor()
    }
    const householdOf = async (name: string) => {
      const { db } = stage.server.context
      const rows = await db.selectFrom('households').select('state').execute()
      return rows.map(({ state }) => state).find(({ facts }) => facts.some(({ value }) => value === name))
    }
    const received = () => page.getByText(words.sync.received).first().waitFor()

    test('[H5] nobody is home: one tap notes it and plans it again at a time when they are', async () => {
      await atTheDoor('付远志')
      const [again = ''] = words.plan.again(words.days.day(addDays(visited, 1), visited), '·').split('·')
      await picture(page, language, '2-nobody-home')
      await page.getByRole('button', { name: new RegExp(again) }).click()
      await page.getByText(words.today.goTomorrow(1)).waitFor()
      expect(await page.getByText(words.today.goToday(2)).count()).toBe(1)
      await received()
      const outcomes = (await householdOf('付远志'))?.visits.map(({ outcome }) => outcome.is)
      expect(outcomes?.slice(-2)).toEqual(['nobody-home', 'planned'])
    })

    test('[H5] "another day, please" sets the day before which nobody comes, and nothing else', async () => {
      const before = await householdOf('赵春梅')
      await atTheDoor('赵春梅')
      await page.getByRole('radio', { name: words.diary.outcomes['another-day'] }).check({ force: true })
      await page.locator('dialog input[type=date]').fill('2026-05-02')
      await page
        .getByRole('button', { name: words.diary.noteIt(words.diary.outcomes['another-day']) })
        .click()
      await page.getByText(words.today.goToday(1)).waitFor()
      await received()
      const after = await householdOf('赵春梅')
      expect(after).toEqual({ ...before, notBefore: '2026-05-02', visits: after?.visits })
      expect(after?.visits.at(-1)?.outcome).toMatchObject({ is: 'another-day', notBefore: '2026-05-02' })
      await page.goto(`${stage.server.address}/families/${after?.id ?? ''}`)
      await typePin(page)
      await page.getByText(words.brief.doNotVisit(words.days.date(asDay('2026-05-02'), visited))).waitFor()
    })

    test('[H4] somebody is met by chance: a lawful visit, without a plan and without a reproach', async () => {
      await page.goto(`${stage.server.address}/today`)
      await typePin(page)
      await page.getByRole('link', { name: words.today.byChance }).click()
      await page
        .getByRole('link', { name: /刘大成/ })
        .first()
        .click()
      await page.getByRole('button', { name: words.diary.justSat }).click()
      await page.getByText(words.diary.savedName).first().waitFor()
      await page.goto(`${stage.server.address}/me`)
      await typePin(page)
      await received()
      const visit = (await householdOf('刘大成'))?.visits.at(-1)
      expect(visit).toMatchObject({ kind: 'chance', outcome: { is: 'held', unready: [] } })
    })
  },
)
