import { readFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Household } from '#domain/households/household.ts'
import { newPhone } from '../browser/browser.ts'
import { openStage, picture, setClock, typePin, type Language, type Stage } from './stage.ts'
import { deskWordsOf } from './words.ts'

const rosters = joinPath(import.meta.dirname, '../rosters')

type Expected = {
  readonly households: number
  readonly members: number
  readonly villageCodes: readonly string[]
}

const expectedOf = async (name: string): Promise<Expected> =>
  JSON.parse(await readFile(joinPath(rosters, `${name}.expected.json`), 'utf8')) as Expected

/* Journey 1: the first evening of the office. Two rosters go in, a team is made and sent, cards are printed. */
describe.each<{ language: Language }>([{ language: 'zh-CN' }, { language: 'en' }])(
  'the first evening of the office, in $language',
  ({ language }) => {
    const words = deskWordsOf(language)
    let stage: Stage
    let page: Page
    beforeAll(async () => {
      stage = await openStage()
      page = await stage.desk('liuwenqing', { language })
    })
    afterAll(() => stage.end())

    const go = (way: string) => page.locator(`nav a[href="/desk/${way}"]`).click()
    const householdsOf = async (village: string): Promise<readonly Household[]> =>
      (
        await stage.server.context.db
          .selectFrom('households')
          .select('state')
          .where('village_code', '=', village)
          .execute()
      ).map(({ state }) => state)

    test.each(['person-rows-title', 'merged-two-row-header'])(
      '[R1] [R4] the roster %s is looked at, taken in, and all its households and members are there',
      async name => {
        const expected = await expectedOf(name)
        await go('roster')
        const another = page.getByRole('button', { name: words.roster.another })
        if (await another.count()) await another.click()
        await page.locator('input[type=file]').setInputFiles(joinPath(rosters, `${name}.xlsx`))
        const takeIn = page.getByRole('button', { name: new RegExp(String(expected.households)) })
        await takeIn.waitFor()
        await picture(
          page,
          language,
          name === 'person-rows-title' ? 'first-evening-preview' : 'first-evening-preview-2',
        )
        const [village = ''] = expected.villageCodes
        expect(await householdsOf(village)).toHaveLength(0)
        await takeIn.click()
        await page.getByText(words.roster.toTeams).first().waitFor()
        const taken = await householdsOf(village)
        expect(taken).toHaveLength(expected.households)
        expect(taken.flatMap(({ members }) => members)).toHaveLength(expected.members)
        expect(JSON.stringify(taken)).not.toMatch(/\d{17}[\dX]/)
      },
    )

    test('a team is made, with a village and a visitor whose password is told once; the visitor’s phone has the families', async () => {
      await go('teams')
      await page.getByLabel(words.teams.personName, { exact: true }).fill('郑小雨')
      await page.getByLabel(words.teams.account, { exact: true }).fill('zhengxiaoyu')
      await page.getByRole('button', { name: words.teams.makeAccount }).click()
      const password = await page.locator('.password').innerText()
      await page.getByLabel(words.teams.teamName, { exact: true }).fill('第三工作队')
      await page.getByRole('button', { name: words.teams.make }).click()
      const team = page.locator('section', { has: page.getByRole('heading', { name: '第三工作队' }) })
      await sendTo(team, words.teams.addToTeam, /郑小雨/)
      await sendTo(team, words.teams.addVillage, /孙家湾村/)
      await team
        .getByText(/孙家湾村/)
        .first()
        .waitFor()
      await picture(page, language, 'first-evening-team')

      const { page: phone, context } = await newPhone(stage.browser, { language })
      await setClock(context, stage.clock())
      await phone.goto(stage.server.address)
      await phone.locator('input[name=username]').fill('zhengxiaoyu')
      await phone.locator('input[name=password]').fill(password)
      await phone.locator('input[name=password]').press('Enter')
      await typePin(phone)
      await typePin(phone)
      await phone.locator('.keys').waitFor({ state: 'detached' })
      await phone.getByRole('navigation').getByRole('link').nth(1).click()
      await phone.getByText('阎金生').first().waitFor()
      await picture(phone, language, 'first-evening-families')
      await context.close()
    })

    test('[H22] contact cards are printed; of their codes only the digest is kept', async () => {
      await go('cards')
      await page.getByLabel(words.cards.village).selectOption('420325107200')
      await page.getByRole('row').nth(1).getByRole('button').click()
      const frame = page.frameLocator('iframe')
      await frame.locator('svg').first().waitFor()
      const codes =
        (await frame.locator('body').innerText()).match(/\b(?:[0-9A-Z]{4} ){3}[0-9A-Z]{4}\b/g) ?? []
      expect(codes.length).toBeGreaterThan(5)
      await picture(page, language, 'first-evening-cards')
      const { rows } = await stage.server.context.pool.query('select cards::text from cards')
      for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll(' ', ''))
    })

    async function sendTo(team: ReturnType<Page['locator']>, says: string, choice: RegExp) {
      await team.getByText(says, { exact: true }).click()
      const select = team.getByLabel(says, { exact: true })
      const option = await select.locator('option', { hasText: choice }).first().getAttribute('value')
      await select.selectOption(option ?? '')
      await select
        .locator('xpath=..')
        .getByRole('button', { name: deskWordsOf(language).teams.keep })
        .click()
      await select.waitFor()
    }
  },
)
